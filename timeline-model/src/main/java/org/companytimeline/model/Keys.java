package org.companytimeline.model;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Locale;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.IdentifierScheme;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Money;
import org.companytimeline.event.Place;
import org.companytimeline.event.SeatKind;
import org.jspecify.annotations.Nullable;

/// The parts of natural keys. None of them holds `|` or `,`.
final class Keys {

    private Keys() {}

    static String text(@Nullable String text) {
        return text == null ? "" : Words.of(text);
    }

    /// The value as it is written; of an alias its words.
    static String identifier(Identified identified) {
        return identified.scheme() == IdentifierScheme.ALIAS
                ? text(identified.value())
                : identified.value();
    }

    static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A company by its id, else by its name written like an id: an id that is the company's name
    /// in lower case with hyphens is the same key as the name.
    static String company(Mention mention) {
        return mention.company() != null
                ? mention.company().value()
                : text(mention.name()).replace(' ', '-');
    }

    /// All of them, whatever their order.
    static String companies(Collection<? extends Mention> mentions) {
        return mentions.stream().map(Keys::company).distinct().sorted().collect(joining(","));
    }

    /// The currency of a disclosed sum of money.
    static String currency(Money money) {
        Amount amount = Amount.of(money);
        return amount == null ? "" : amount.currency().code();
    }

    /// What moved.
    static SeatKind seat(Relocated move) {
        return move.kind() == null ? SeatKind.HEADQUARTERS : move.kind();
    }

    /// The city, else the region, else the country.
    static String place(Place place) {
        if (place.city() != null) {
            return text(place.city());
        }
        if (place.region() != null) {
            return place.region().code();
        }
        return place.country() == null ? "" : place.country().code();
    }
}
