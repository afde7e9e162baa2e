package org.companytimeline.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The companies of an export that have timelines.
///
/// @param all in the order of the export
record KnownCompanies(List<Known> all) implements Population {

    private static final Map<String, String> TWO_LETTERS =
            Arrays.stream(Locale.getISOCountries())
                    .collect(
                            Collectors.toMap(
                                    code -> Locale.of("", code).getISO3Country(),
                                    Function.identity()));

    /// One of them.
    ///
    /// @param permalink the last part of it, its identifier
    record Known(String id, String name, String permalink, String country) {}

    /// @param idOf the company of each permalink
    static KnownCompanies of(
            Map<String, CrunchbaseExport.Stated> stated, Map<String, String> idOf) {
        return new KnownCompanies(
                stated.entrySet().stream()
                        .map(entry -> known(entry.getKey(), entry.getValue(), idOf))
                        .filter(known -> !known.id().isEmpty() && !known.name().isBlank())
                        .toList());
    }

    private static Known known(
            String permalink, CrunchbaseExport.Stated stated, Map<String, String> idOf) {
        String last = CrunchbaseExport.lastPart(permalink);
        return new Known(
                idOf.getOrDefault(last, ""),
                stated.name(),
                last,
                TWO_LETTERS.getOrDefault(stated.country(), "US"));
    }

    @Override
    public int companies() {
        return all.size();
    }

    @Override
    public String id(int company) {
        return all.get(company).id();
    }

    @Override
    public String name(int company) {
        return all.get(company).name();
    }

    @Override
    public String identifier(int company) {
        return all.get(company).permalink();
    }

    @Override
    public String country(int company) {
        return all.get(company).country();
    }
}
