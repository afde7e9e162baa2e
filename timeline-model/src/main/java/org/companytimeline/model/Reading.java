package org.companytimeline.model;

import org.jspecify.annotations.Nullable;

/// Reads one value off the details of a claim; null where the claim does not say it.
@FunctionalInterface
interface Reading<E, T> {
    @Nullable T of(E details);
}
