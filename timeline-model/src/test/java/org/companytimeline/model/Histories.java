package org.companytimeline.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Valued;
import org.companytimeline.event.Country;
import org.companytimeline.event.Currency;
import org.companytimeline.event.Money;
import org.companytimeline.event.Partner;
import org.companytimeline.event.PartnershipKind;
import org.companytimeline.event.Place;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Source;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.companytimeline.event.ValuationKind;
import org.jspecify.annotations.Nullable;

/// Histories of one company, small enough that claims meet: few dates, places, amounts, threads.
final class Histories extends DomainContextBase {

    private static final List<String> DATES =
            List.of(
                    "2023",
                    "2023~",
                    "2023-04",
                    "2023-04-11",
                    "2023-04-12",
                    "2023-08-01",
                    "2024-01",
                    "2024-05-17?",
                    "2022/2024",
                    "../2023-06",
                    "2023-06/..",
                    "../..");

    /// A partnership with IBM and Microsoft.
    static final Partnered PARTNERSHIP =
            new Partnered(List.of(partner("microsoft"), partner("ibm")), null, null);

    private static final List<CompanyEvent> DETAILS =
            List.of(
                    new Founded(List.of(), null),
                    new Founded(List.of("Ada Lovelace"), place("Paris", "FR")),
                    new Founded(List.of("ADA LOVELACE", "Charles Babbage"), place("Lyon", null)),
                    new Relocated(place("Zürich", "CH"), null, null),
                    new Relocated(place("zurich", null), place("Paris", "FR"), null),
                    new Relocated(place("Bern", "CH"), place(null, "DE"), null),
                    PARTNERSHIP,
                    new Partnered(
                            List.of(partner("ibm"), partner("microsoft")),
                            PartnershipKind.RESEARCH,
                            "chips"),
                    new Partnered(
                            List.of(partner("ibm"), partner("microsoft")),
                            PartnershipKind.COMMERCIAL,
                            null),
                    valued("6000000000", "USD", false, null),
                    valued("6200000000", "USD", true, ValuationKind.TARGET),
                    valued("6400000000.00", "USD", false, ValuationKind.ESTIMATE),
                    valued("14000000000", "USD", false, null),
                    valued("14000000000", "EUR", false, null),
                    new Valued(new Money(null, null, null, null, null, false), null));

    /// Many claims of one block.
    private static final List<CompanyEvent> VALUES =
            DETAILS.stream().filter(Valued.class::isInstance).toList();

    private static final List<Source> SOURCES =
            List.of(
                    new Source("One", "Gazette", null, null, SourceKind.PRESS),
                    new Source("Two", "gazette", null, null, SourceKind.PRESS),
                    new Source("Two", "Courier", null, null, SourceKind.PRESS),
                    new Source("Three", null, null, null, null),
                    new Source("Four", "Register", null, null, SourceKind.REGISTRY));

    private static Valued valued(
            String amount, String currency, boolean approximate, @Nullable ValuationKind kind) {
        return new Valued(
                new Money(
                        new BigDecimal(amount),
                        new Currency(currency),
                        approximate,
                        null,
                        null,
                        null),
                kind);
    }

    private static Place place(@Nullable String city, @Nullable String country) {
        return new Place(city, null, country == null ? null : new Country(country));
    }

    private static Partner partner(String id) {
        return new Partner(null, Said.company(id).company(), null);
    }

    /// Up to 25 recorded events of all types or of one, in recorded order.
    @Provide
    Arbitrary<List<RecordedEvent>> histories() {
        return Arbitraries.of(DETAILS, VALUES)
                .flatMap(details -> claim(details).list().ofMaxSize(25))
                .map(Histories::recorded);
    }

    @Provide
    Arbitrary<CompanyEvent> details() {
        return Arbitraries.of(DETAILS);
    }

    private static Arbitrary<Said> claim(List<CompanyEvent> all) {
        return Combinators.combine(
                        Arbitraries.of(all),
                        Arbitraries.of(DATES),
                        Arbitraries.of(Status.class),
                        Arbitraries.of("https://a.example", "https://b.example"),
                        Arbitraries.of("x", "y").injectNull(0.7),
                        Arbitraries.of(SOURCES).list().ofMinSize(1).ofMaxSize(2))
                .as((details, date, status, publisher, thread, sources) ->
                        new Said(0, publisher, details, date, status, thread, sources, false));
    }

    private static List<RecordedEvent> recorded(List<Said> claims) {
        List<RecordedEvent> events = new ArrayList<>();
        for (Said claim : claims) {
            events.add(claim.at(events.size()).recorded());
        }
        return events;
    }
}
