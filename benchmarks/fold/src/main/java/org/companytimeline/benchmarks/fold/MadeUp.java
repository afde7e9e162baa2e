package org.companytimeline.benchmarks.fold;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Appointed;
import org.companytimeline.event.CompanyEvent.Contracted;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.CompanyEvent.Launched;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.CompanyReference;
import org.companytimeline.event.Country;
import org.companytimeline.event.Currency;
import org.companytimeline.event.Event;
import org.companytimeline.event.Money;
import org.companytimeline.event.Partner;
import org.companytimeline.event.Place;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Round;
import org.companytimeline.event.Source;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.companytimeline.event.Subject;
import org.companytimeline.event.When;
import org.companytimeline.event.edtf.Edtf;

/// Made-up claims about one company.
final class MadeUp {

    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private MadeUp() {}

    /// Claims spread over types and keys: each thing is said by three sources, now and then with
    /// another date.
    static List<RecordedEvent> history(int claims) {
        List<RecordedEvent> history = new ArrayList<>(claims);
        for (int i = 0; i < claims; i++) {
            history.add(claim(i, thing(i / 3), date(i / 3, i % 3)));
        }
        return history;
    }

    /// Claims of one founding, from as many articles.
    static List<RecordedEvent> founding(int claims) {
        Founded founded =
                new Founded(List.of("A founder"), new Place("Paris", null, new Country("FR")));
        List<RecordedEvent> founding = new ArrayList<>(claims);
        for (int i = 0; i < claims; i++) {
            founding.add(claim(i, founded, i % 5 == 0 ? "2023-04" : "2023"));
        }
        return founding;
    }

    /// Claims of rounds of funding of one kind, which are one block: each round is said by three
    /// sources.
    static List<RecordedEvent> rounds(int claims) {
        List<RecordedEvent> rounds = new ArrayList<>(claims);
        for (int i = 0; i < claims; i++) {
            Money money =
                    new Money(
                            new BigDecimal(1 + i / 3 % 90).scaleByPowerOfTen(6),
                            new Currency("EUR"),
                            null,
                            null,
                            null,
                            null);
            rounds.add(
                    claim(
                            i,
                            new Funded(Round.VENTURE, money, List.of(), null, null),
                            date(i / 3, i % 3)));
        }
        return rounds;
    }

    private static CompanyEvent thing(int number) {
        return switch (number % 5) {
            case 0 ->
                    new Contracted(
                            List.of(new CompanyReference("Customer " + number, null)),
                            null,
                            null,
                            null);
            case 1 -> new Launched("Product " + number, null);
            case 2 -> new Appointed("Person " + number, "Director", null, null, null);
            case 3 ->
                    new Partnered(
                            List.of(new Partner(null, new CompanyId("partner-" + number), null)),
                            null,
                            null);
            default ->
                    new Relocated(new Place("City " + number, null, new Country("FR")), null, null);
        };
    }

    /// Months that lie a quarter apart; the second source knows the year alone.
    private static String date(int thing, int source) {
        int month = 3 * (thing % 36_000);
        String year = "%04d".formatted(month / 12 % 9000);
        return source == 1 ? year : "%s-%02d".formatted(year, 1 + month % 12);
    }

    private static RecordedEvent claim(int number, CompanyEvent details, String date) {
        return new RecordedEvent(
                new Event(
                        new UUID(7, number),
                        "https://publisher-" + number % 7 + ".example",
                        null,
                        new Subject(new CompanyId("acme"), "Acme"),
                        When.of(Edtf.parse(date)),
                        Status.REPORTED,
                        details,
                        List.of(
                                new Source(
                                        "Article " + number,
                                        "Newsroom " + number % 40,
                                        URI.create("https://news.example/" + number),
                                        null,
                                        SourceKind.PRESS)),
                        null,
                        null,
                        null,
                        null,
                        false),
                new Position(0, number),
                Instant.ofEpochMilli(START + number));
    }
}
