package org.companytimeline.query.http;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.companytimeline.event.Currency;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.query.view.CompanyFilter;
import org.companytimeline.query.view.CompanySearch;
import org.companytimeline.query.view.Facet;
import org.companytimeline.query.view.Period;

/// The parameters of a search for companies.
final class CompanyParameters {

    static final String[] NAMES = {
        "q",
        "country",
        "type",
        "status",
        "foundedFrom",
        "foundedTo",
        "match",
        "raisedAtLeast",
        "currency",
        "facets",
        "limit",
        "cursor"
    };

    private static final List<String> STATUSES =
            List.of("acquired", "active", "closed", "merged", "planned");
    private static final List<String> FACETS = Stream.of(Facet.values()).map(Facet::text).toList();

    private final Parameters given;

    CompanyParameters(Parameters given) {
        this.given = given;
    }

    CompanySearch search() {
        return new CompanySearch(
                given.q(),
                new CompanyFilter(countries(), given.types(), statuses(), founded(), raised()),
                facets());
    }

    private SortedSet<String> countries() {
        SortedSet<String> countries = new TreeSet<>();
        List<String> known = Arrays.asList(Locale.getISOCountries());
        for (String text : given.all("country")) {
            String country = text.toUpperCase(Locale.ROOT);
            if (!known.contains(country)) {
                given.fault(
                        "country",
                        "%s is no country: use ISO 3166-1 alpha-2, such as FR."
                                .formatted(Parameters.quoted(text)),
                        List.of());
            }
            countries.add(country);
        }
        return countries;
    }

    private SortedSet<String> statuses() {
        SortedSet<String> statuses = new TreeSet<>();
        for (String text : given.all("status")) {
            if (!STATUSES.contains(text)) {
                given.fault(
                        "status",
                        "%s is no status of a company.".formatted(Parameters.quoted(text)),
                        STATUSES);
            }
            statuses.add(text);
        }
        return statuses;
    }

    private Optional<Period> founded() {
        Period period =
                new Period(
                        given.day("foundedFrom", Edtf::earliest),
                        given.day("foundedTo", Edtf::latest),
                        given.match());
        return period.from().isEmpty() && period.to().isEmpty()
                ? Optional.empty()
                : Optional.of(period);
    }

    private Optional<CompanyFilter.Raised> raised() {
        Optional<String> least = given.one("raisedAtLeast");
        Optional<String> currency =
                given.one("currency").map(text -> text.toUpperCase(Locale.ROOT));
        if (least.isPresent() && currency.isEmpty()) {
            given.fault(
                    "currency",
                    "raisedAtLeast needs a currency: add one, such as currency=EUR.",
                    List.of());
        }
        if (currency.isPresent() && least.isEmpty()) {
            given.fault(
                    "raisedAtLeast",
                    "currency says nothing alone: add an amount, such as raisedAtLeast=1000000.",
                    List.of());
        }
        if (currency.isPresent() && !Currency.codes().contains(currency.get())) {
            given.fault(
                    "currency",
                    "%s is no currency: use ISO 4217, such as EUR."
                            .formatted(Parameters.quoted(currency.get())),
                    List.of());
        }
        if (least.isPresent() && !least.get().matches("[0-9]{1,30}(\\.[0-9]{1,10})?")) {
            given.fault(
                    "raisedAtLeast",
                    "%s is no amount: up to 30 digits, and 10 after a point, such as 1000000.50."
                            .formatted(Parameters.quoted(least.get())),
                    List.of());
            return Optional.empty();
        }
        return least.flatMap(
                text -> currency.map(code -> new CompanyFilter.Raised(new BigDecimal(text), code)));
    }

    private SortedSet<Facet> facets() {
        SortedSet<Facet> facets = new TreeSet<>();
        for (String text : given.all("facets")) {
            if (FACETS.contains(text)) {
                facets.add(Facet.valueOf(text.toUpperCase(Locale.ROOT)));
            } else {
                given.fault("facets", "%s is no facet.".formatted(Parameters.quoted(text)), FACETS);
            }
        }
        return facets;
    }
}
