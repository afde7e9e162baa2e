package org.companytimeline.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/// A made-up company with many facts, each said once; the same for the same number.
///
/// Six types take turns. Of ten dates five are days, three months, one a year and one an
/// approximate month, over 25 years; of ten statuses six are reported, two confirmed, one planned,
/// one rumoured.
///
/// @param facts how many
record OneCompany(int facts) {

    static final String ID = "one";

    private static final List<String> STATUSES =
            List.of(
                    "reported",
                    "reported",
                    "confirmed",
                    "reported",
                    "planned",
                    "reported",
                    "reported",
                    "confirmed",
                    "rumoured",
                    "reported");

    List<Workload.Posting> postings() {
        SplittableRandom random = new SplittableRandom(facts);
        return IntStream.range(0, facts)
                .mapToObj(fact -> new Workload.Posting(ID, json(fact, random)))
                .toList();
    }

    private static String json(int fact, SplittableRandom random) {
        return """
        {"id":"%s","type":%s,"when":"%s","company":{"id":"%s","name":"The One"},"status":"%s",\
        "sources":[{"title":"Report %d","publisher":"Newsroom %d","kind":"press"}]}\
        """
                .formatted(
                        new UUID(fact, 1),
                        what(fact),
                        when(fact, random),
                        ID,
                        STATUSES.get(fact % STATUSES.size()),
                        fact,
                        fact % 40);
    }

    private static String when(int fact, SplittableRandom random) {
        int year = 2000 + random.nextInt(25);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        return switch (fact % 10) {
            case 0, 2, 4, 6, 8 -> "%d-%02d-%02d".formatted(year, month, day);
            case 1, 3, 5 -> "%d-%02d".formatted(year, month);
            case 7 -> "%d".formatted(year);
            default -> "%d-%02d~".formatted(year, month);
        };
    }

    private static String what(int fact) {
        return switch (fact % 6) {
            case 0 -> "\"launched\",\"details\":{\"product\":\"Product %d\"}".formatted(fact);
            case 1 ->
                    "\"appointed\",\"details\":{\"person\":\"Person %d\",\"title\":\"Director\"}"
                            .formatted(fact);
            case 2 ->
                    "\"contracted\",\"details\":{\"customers\":[{\"name\":\"Customer %d\"}]}"
                            .formatted(fact);
            case 3 ->
                    "\"partnered\",\"details\":{\"partners\":[{\"name\":\"Partner %d\",\"company\":\"p-%d\"}]}"
                            .formatted(fact, fact % 40);
            case 4 ->
                    "\"office-opened\",\"details\":{\"place\":{\"city\":\"City %d\",\"country\":\"FR\"}}"
                            .formatted(fact);
            default ->
                    "\"departed\",\"details\":{\"person\":\"Person %d\",\"title\":\"Director\"}"
                            .formatted(fact);
        };
    }
}
