package org.companytimeline.event;

import org.jspecify.annotations.Nullable;

/// A company named in an event's details, by name, by id or by both.
public sealed interface Mention permits CompanyReference, Investor, Partner {
    @Nullable String name();

    @Nullable CompanyId company();
}
