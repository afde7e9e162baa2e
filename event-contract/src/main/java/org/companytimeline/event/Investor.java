package org.companytimeline.event;

import org.companytimeline.event.shape.AtLeastOneOf;
import org.jspecify.annotations.Nullable;

/// An investor in a round; `lead` where it led the round.
@AtLeastOneOf({"name", "company"})
public record Investor(@Nullable String name, @Nullable CompanyId company, @Nullable Boolean lead)
        implements Mention {}
