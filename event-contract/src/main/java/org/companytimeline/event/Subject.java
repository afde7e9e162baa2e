package org.companytimeline.event;

import org.jspecify.annotations.Nullable;

/// The company that an event is about: its id and, where the publisher gives one, its name.
public record Subject(CompanyId id, @Nullable String name) {}
