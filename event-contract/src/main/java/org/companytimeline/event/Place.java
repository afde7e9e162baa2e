package org.companytimeline.event;

import org.companytimeline.event.shape.AtLeastOneOf;
import org.jspecify.annotations.Nullable;

/// A place: city as written, region as ISO 3166-2, country as ISO 3166-1 alpha-2.
@AtLeastOneOf({"city", "region", "country"})
public record Place(@Nullable String city, @Nullable Region region, @Nullable Country country) {}
