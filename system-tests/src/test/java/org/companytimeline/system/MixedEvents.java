package org.companytimeline.system;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of one writer, of many types, statuses, places and sums, about companies that other
/// writers tell of too.
final class MixedEvents {

    static final int COMPANIES = 30;

    private static final List<String> STATUSES =
            List.of("reported", "confirmed", "planned", "rumoured");
    private static final List<String> COUNTRIES = List.of("FR", "DE", "US", "JP");
    private static final List<String> CURRENCIES = List.of("EUR", "USD");

    /// An event, ready to be posted.
    record Posted(String id, String json) {}

    private final Random random;
    private @Nullable Posted funding;
    private String funded = "";

    MixedEvents(Random random) {
        this.random = random;
    }

    Posted next() {
        String company = company();
        return switch (random.nextInt(funding == null ? 6 : 7)) {
            case 0, 1 ->
                    claim(
                            "launched",
                            company,
                            "\"product\": \"P%d\"".formatted(random.nextInt(20)));
            case 2 -> {
                funded = company;
                funding = claim("funded", company, "\"round\": \"seed\", " + money());
                yield funding;
            }
            case 3 ->
                    claim(
                            "relocated",
                            company,
                            "\"from\": %s, \"to\": %s".formatted(place(), place()));
            case 4 -> claim("office-opened", company, "\"place\": " + place());
            case 5 ->
                    claim(
                            "partnered",
                            company,
                            "\"partners\": [{\"company\": \"%s\"}]".formatted(company()));
            default ->
                    claim(
                            "corrected",
                            funded,
                            "\"target\": \"%s\", \"change\": {\"details\": {%s}}"
                                    .formatted(funding == null ? "" : funding.id(), money()));
        };
    }

    private Posted claim(String type, String company, String details) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        String status =
                type.equals("corrected") ? "" : "\"status\": \"%s\", ".formatted(any(STATUSES));
        return new Posted(
                id,
                """
                {"id": "%s", "type": "%s", "company": {"id": "%s"}, "when": "20%02d", %s"details": {%s}, \
                "sources": [{"title": "A test"}]}\
                """
                        .formatted(id, type, company, 10 + random.nextInt(15), status, details));
    }

    private String company() {
        return "c" + random.nextInt(COMPANIES);
    }

    private String place() {
        return "{\"city\": \"A city\", \"country\": \"%s\"}".formatted(any(COUNTRIES));
    }

    private String money() {
        return "\"money\": {\"amount\": \"%d\", \"currency\": \"%s\"}"
                .formatted(random.nextInt(1, 4_000_000), any(CURRENCIES));
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
