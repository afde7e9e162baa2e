package org.companytimeline.timeline.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/// An event that was read from the log, known or not.
///
/// @param company its subject
/// @param type JSON name; of an unknown event its CloudEvents type in full
/// @param known absent for an event of a type or version that this build does not know
/// @param mentions other companies that it names by id
/// @param ownBlock the key of the block in which it lies unless its thread or a correction says
///   otherwise; null for what is no claim
/// @param thread the identity of its thread, null where it has none
/// @param target what it is about; null for what is no annotation
/// @param body the recorded event as it is served
public record ReadEvent(
        LogRecord log,
        Instant recordedAt,
        CompanyId company,
        UUID id,
        String type,
        @Nullable Event known,
        List<NamedCompany> mentions,
        @Nullable String ownBlock,
        @Nullable Bytes thread,
        @Nullable UUID target,
        Bytes contentHash,
        Bytes body)
        implements Reading {

    int partition() {
        return log.position().partition();
    }

    long offset() {
        return log.position().offset();
    }

    CompanyKey companyKey() {
        return new CompanyKey(partition(), company);
    }

    EventKey key() {
        return new EventKey(partition(), company, id);
    }

    /// As the fold takes it; only for a known event.
    static RecordedEvent recorded(ReadEvent read, Event event) {
        return new RecordedEvent(event, read.log.position(), read.recordedAt);
    }
}
