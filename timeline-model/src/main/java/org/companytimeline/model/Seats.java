package org.companytimeline.model;

import static org.companytimeline.model.StateJson.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.Place;
import org.companytimeline.event.SeatKind;
import org.jspecify.annotations.Nullable;

/// Where a company sits, and where it sat before.
final class Seats {

    private final Sequence<Place> places = new Sequence<>(Seats::areSame, Seats::canBeSame);

    private Seats() {}

    /// The headquarters: where it was founded and every move from there; null where nobody says.
    static @Nullable ObjectNode headquarters(List<Fact> inOrder, StateJson json) {
        Seats seats = new Seats();
        for (Fact fact : inOrder) {
            if (fact.details() instanceof Founded founded && founded.place() != null) {
                seats.places.take(founded.place(), null, fact);
            }
        }
        seats.move(SeatKind.HEADQUARTERS, inOrder);
        return seats.json(json);
    }

    /// The registered office: the places to which it moved; null where nobody says.
    static @Nullable ObjectNode registeredOffice(List<Fact> inOrder, StateJson json) {
        Seats seats = new Seats();
        seats.move(SeatKind.REGISTERED_OFFICE, inOrder);
        return seats.json(json);
    }

    private static boolean areSame(Place one, Place other) {
        return Keys.place(one).equals(Keys.place(other)) && canBeSame(one, other);
    }

    private static boolean canBeSame(Place one, Place other) {
        return !Comparison.place().contradict(List.of(one, other));
    }

    private void move(SeatKind kind, List<Fact> inOrder) {
        for (Fact fact : inOrder) {
            if (fact.details() instanceof Relocated move && Keys.seat(move) == kind) {
                places.take(move.to(), move.from(), fact);
            }
        }
    }

    /// `{place, since, certainty, facts[], history: [{place, since, until, certainty, facts[]}]}`:
    /// the last seat, and all in order.
    private @Nullable ObjectNode json(StateJson json) {
        if (places.turns().isEmpty()) {
            return null;
        }
        ArrayNode history = object().arrayNode();
        for (Sequence.Turn<Place> turn : places.turns()) {
            ObjectNode seat = object();
            seat.set("place", place(turn.value()));
            history.add(json.restingOn(turn.spell().span(seat), turn.spell().facts()));
        }
        ObjectNode last = history.get(history.size() - 1).deepCopy();
        last.set("history", history);
        return last;
    }

    private static ObjectNode place(Place place) {
        ObjectNode json = object();
        if (place.city() != null) {
            json.put("city", place.city());
        }
        if (place.region() != null) {
            json.put("region", place.region().code());
        }
        if (place.country() != null) {
            json.put("country", place.country().code());
        }
        return json;
    }
}
