package org.companytimeline.event;

import org.companytimeline.event.shape.AtLeastOneOf;
import org.jspecify.annotations.Nullable;

/// Another company in an event's details. With a `company` id the event stands on its timeline too.
@AtLeastOneOf({"name", "company"})
public record CompanyReference(@Nullable String name, @Nullable CompanyId company)
        implements Mention {}
