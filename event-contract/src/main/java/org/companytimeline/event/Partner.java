package org.companytimeline.event;

import org.companytimeline.event.shape.AtLeastOneOf;
import org.jspecify.annotations.Nullable;

/// A partner in a partnership, with the role it has there.
@AtLeastOneOf({"name", "company"})
public record Partner(@Nullable String name, @Nullable CompanyId company, @Nullable String role)
        implements Mention {}
