package org.companytimeline.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Corrected;
import org.companytimeline.event.CompanyEvent.Retracted;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.CompanyReference;
import org.companytimeline.event.Country;
import org.companytimeline.event.Currency;
import org.companytimeline.event.Event;
import org.companytimeline.event.Money;
import org.companytimeline.event.Place;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Source;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.companytimeline.event.Subject;
import org.companytimeline.event.When;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// A claim for tests: a reported one of a press article, posted by one publisher, changed step by
/// step. Its offset gives its id, its position and when it was recorded.
record Said(
        long offset,
        String publisher,
        CompanyEvent details,
        String date,
        Status status,
        @Nullable String thread,
        List<Source> sources,
        boolean operator) {

    static Said at(long offset, CompanyEvent details, String date) {
        return new Said(
                offset,
                "https://publisher.example",
                details,
                date,
                Status.REPORTED,
                null,
                List.of(source("Article " + offset, SourceKind.PRESS)),
                false);
    }

    static Said retracts(long offset, Said target) {
        return at(offset, new Retracted(target.id(), null), "2025");
    }

    /// @param change a JSON merge patch
    static Said corrects(long offset, Said target, String change) {
        return at(offset, new Corrected(target.id(), json(change), null), "2025");
    }

    private static ObjectNode json(String text) {
        try {
            return new JsonMapper().readValue(text, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Source source(String title, SourceKind kind) {
        return new Source(title, title + " press", URI.create("https://a.example/1"), null, kind);
    }

    static Place place(@Nullable String city, String country) {
        return new Place(city, null, new Country(country));
    }

    static Money usd(String amount) {
        return new Money(new BigDecimal(amount), new Currency("USD"), null, null, null, null);
    }

    static CompanyReference company(String id) {
        return new CompanyReference(null, new CompanyId(id));
    }

    Said at(long other) {
        return new Said(other, publisher, details, date, status, thread, sources, operator);
    }

    Said by(String other) {
        return new Said(offset, other, details, date, status, thread, sources, operator);
    }

    Said as(Status other) {
        return new Said(offset, publisher, details, date, other, thread, sources, operator);
    }

    Said inThread(String other) {
        return new Said(offset, publisher, details, date, status, other, sources, operator);
    }

    Said from(Source... others) {
        return new Said(
                offset, publisher, details, date, status, thread, List.of(others), operator);
    }

    Said byOperator() {
        return new Said(offset, publisher, details, date, status, thread, sources, true);
    }

    UUID id() {
        return new UUID(0, offset);
    }

    RecordedEvent recorded() {
        return new RecordedEvent(
                new Event(
                        id(),
                        publisher,
                        null,
                        new Subject(new CompanyId("mistral-ai"), "Mistral AI"),
                        When.of(Edtf.parse(date)),
                        status,
                        details,
                        sources,
                        thread,
                        null,
                        null,
                        null,
                        operator),
                new Position(3, offset),
                Instant.ofEpochMilli(1_700_000_000_000L + offset / 3));
    }
}
