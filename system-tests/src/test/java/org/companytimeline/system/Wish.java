package org.companytimeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a subscriber asks for, and which of the [MixedEvents] that means.
///
/// @param parameters each with `&` before it
record Wish(String parameters, Predicate<JsonNode> means) {

    static final List<Wish> FILTERS =
            List.of(
                    new Wish("", event -> true),
                    new Wish("&company=c1&company=c2", event -> isAbout(event, "c1", "c2")),
                    new Wish("&type=launched", event -> says(event, "type", "launched")),
                    new Wish("&country=FR", event -> countries(event).contains("FR")),
                    new Wish("&status=rumoured", event -> says(event, "status", "rumoured")),
                    new Wish("&currency=EUR&minimumAmount=1500000", Wish::isOfManyEuros),
                    new Wish(
                            "&company=c3&type=partnered",
                            event -> isAbout(event, "c3") && says(event, "type", "partnered")),
                    new Wish(
                            "&country=JP&status=planned&status=confirmed",
                            event ->
                                    countries(event).contains("JP")
                                            && says(event, "status", "planned", "confirmed")),
                    new Wish("&company=nobody", event -> false),
                    new Wish("&type=corrected&currency=USD", Wish::isCorrectionInDollars));

    Wish and(Wish other) {
        return new Wish(parameters + other.parameters, means.and(other.means));
    }

    List<JsonNode> of(List<JsonNode> events) {
        return events.stream().filter(means).toList();
    }

    private static boolean isAbout(JsonNode event, String... companies) {
        return Set.of(companies).contains(event.at("/company/id").asText())
                || Set.of(companies).contains(event.at("/details/partners/0/company").asText());
    }

    private static boolean says(JsonNode event, String field, String... values) {
        return Set.of(values).contains(event.path(field).asText());
    }

    private static Set<String> countries(JsonNode event) {
        Set<String> countries = new TreeSet<>();
        for (String place : List.of("from", "to", "place")) {
            countries.add(event.path("details").path(place).path("country").asText());
        }
        return countries;
    }

    private static boolean isOfManyEuros(JsonNode event) {
        return Stream.of("/details/money", "/details/change/details/money")
                .map(event::at)
                .filter(money -> money.path("currency").asText().equals("EUR"))
                .map(money -> new BigDecimal(money.path("amount").asText()))
                .anyMatch(amount -> amount.compareTo(new BigDecimal(1_500_000)) >= 0);
    }

    private static boolean isCorrectionInDollars(JsonNode event) {
        return says(event, "type", "corrected")
                && event.at("/details/change/details/money/currency").asText().equals("USD");
    }
}
