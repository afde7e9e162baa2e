package org.companytimeline.query.view;

import java.util.Optional;
import org.companytimeline.event.CompanyId;

/// A record as a walk through all of them meets it.
///
/// @param name what it is called now: by its own events, else by others
/// @param hasChanged whether its timeline may have changed since the point that was asked about
/// @param maySameAs whether an event may ever have said that it and another record are the same
public record ListedCompany(
        CompanyId id, Optional<String> name, boolean hasChanged, boolean maySameAs) {}
