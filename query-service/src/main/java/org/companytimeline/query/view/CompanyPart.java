package org.companytimeline.query.view;

import java.time.Instant;
import java.util.Optional;
import org.companytimeline.event.CompanyId;

/// What one partition says of a company in lists.
///
/// @param own whether it has events of its own there
/// @param name what it goes by there
/// @param sortName the first 200 characters of that, or of its id, in lower case
/// @param namedAt when the name was recorded
public record CompanyPart(
        CompanyId id,
        int partition,
        boolean own,
        Optional<String> name,
        String sortName,
        Optional<Instant> namedAt,
        Optional<String> country,
        Optional<String> status,
        long eventCount) {}
