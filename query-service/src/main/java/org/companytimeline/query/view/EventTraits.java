package org.companytimeline.query.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.jboss.logging.Logger;

/// What subscribers may ask of an event, read from its own JSON.
///
/// @param companies its subject and those that it names by id
/// @param status its own; empty where an unknown event gives none
/// @param countries all in its details, at any depth
/// @param money its own: `money` or `price` of its details, or of what a correction changes
public record EventTraits(
        String type,
        Set<CompanyId> companies,
        Optional<String> status,
        Set<String> countries,
        List<Figure> money) {

    private static final Logger LOG = Logger.getLogger(EventTraits.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_FIGURE = 1_000;

    /// An amount of money.
    ///
    /// @param currency ISO 4217
    /// @param largest of `amount`, `min` and `max`; empty where none is disclosed
    public record Figure(String currency, Optional<BigDecimal> largest) {}

    public EventTraits {
        companies = Set.copyOf(companies);
        countries = Set.copyOf(countries);
        money = List.copyOf(money);
    }

    /// Those of a stored event. One whose JSON cannot be read has only its subject and type.
    public static EventTraits of(StreamedEvent event) {
        Set<CompanyId> companies = new TreeSet<>();
        companies.add(event.subject());
        Set<String> countries = new TreeSet<>();
        List<Figure> money = new ArrayList<>();
        Optional<String> status = Optional.empty();
        try {
            JsonNode body = JSON.readTree(event.body());
            status = Optional.ofNullable(body.path("status").textValue());
            addCountries(body.path("details"), countries);
            addMoney(body.path("details"), money);
            addMoney(body.path("details").path("change").path("details"), money);
            if (event.isKnown()) {
                addMentioned(event.body(), companies);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf(e, "The stored event %s cannot be read", event.key().position());
        }
        return new EventTraits(event.type(), companies, status, countries, money);
    }

    private static void addMentioned(byte[] body, Set<CompanyId> companies) {
        Mentions.in(EventCodec.readRecorded(body).event().details()).stream()
                .map(Mention::company)
                .filter(Objects::nonNull)
                .forEach(companies::add);
    }

    private static void addCountries(JsonNode within, Set<String> countries) {
        for (JsonNode country : within.findValues("country")) {
            if (country.isTextual()) {
                countries.add(country.textValue());
            }
        }
    }

    private static void addMoney(JsonNode details, List<Figure> money) {
        Stream.of("money", "price")
                .map(details::path)
                .filter(figure -> figure.path("currency").isTextual())
                .map(figure ->
                        new Figure(
                                figure.path("currency").textValue(),
                                Stream.of("amount", "min", "max")
                                        .flatMap(name -> number(figure.path(name)).stream())
                                        .max(BigDecimal::compareTo)))
                .forEach(money::add);
    }

    private static Optional<BigDecimal> number(JsonNode written) {
        String text = written.asText("");
        if (text.isEmpty() || text.length() > LONGEST_FIGURE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
