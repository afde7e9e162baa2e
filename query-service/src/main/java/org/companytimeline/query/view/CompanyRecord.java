package org.companytimeline.query.view;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.companytimeline.event.CompanyId;

/// What all partitions together say of one record of a company.
///
/// @param shown the part whose name counts: that of its own events, else the latest
record CompanyRecord(CompanyId id, List<CompanyPart> parts, CompanyPart shown) {

    private static final Comparator<CompanyPart> BEST_NAME_FIRST =
            Comparator.comparing((CompanyPart part) -> !(part.own() && part.name().isPresent()))
                    .thenComparing(
                            part -> part.namedAt().orElse(Instant.MIN), Comparator.reverseOrder())
                    .thenComparingInt(CompanyPart::partition);

    static Map<CompanyId, CompanyRecord> of(Collection<CompanyPart> parts) {
        return parts.stream()
                .collect(
                        Collectors.groupingBy(
                                CompanyPart::id,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), CompanyRecord::ofOne)));
    }

    private static CompanyRecord ofOne(List<CompanyPart> parts) {
        CompanyPart shown = parts.stream().min(BEST_NAME_FIRST).orElseThrow();
        return new CompanyRecord(shown.id(), parts, shown);
    }

    String name() {
        return shown.name().orElse(id.value());
    }

    Optional<String> country() {
        return parts.stream().flatMap(part -> part.country().stream()).findFirst();
    }

    Optional<String> status() {
        return parts.stream().flatMap(part -> part.status().stream()).findFirst();
    }

    long eventCount() {
        return parts.stream().mapToLong(CompanyPart::eventCount).sum();
    }

    /// Whether a text is the name that it goes by.
    boolean goesBy(Name name) {
        return name.grade() == Name.OWN
                || (name.grade() == Name.CALLED && name.partition() == shown.partition());
    }
}
