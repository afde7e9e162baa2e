package org.companytimeline.timeline.project;

import org.companytimeline.event.CompanyId;
import org.jspecify.annotations.Nullable;

/// A company that an event names by id.
///
/// @param name what the event calls it, null where it gives the id alone
public record NamedCompany(CompanyId id, @Nullable String name) {}
