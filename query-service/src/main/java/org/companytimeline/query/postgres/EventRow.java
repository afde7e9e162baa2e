package org.companytimeline.query.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.StoredEvent;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A recorded event as the projector stored it.
@Entity(name = "RecordedEvent")
@Table(name = "event")
@Immutable
@IdClass(EventRow.Key.class)
@SuppressWarnings("NullAway.Init")
class EventRow extends PanacheEntityBase {

    /// Where the log holds it.
    record Key(int partition, long offset) {}

    @Id int partition;

    @Id
    @Column(name = "log_offset")
    long offset;

    String company;

    @Column(name = "id")
    UUID eventId;

    boolean known;
    @Nullable String block;

    @Basic(fetch = FetchType.LAZY)
    byte[] body;

    EventRow() {}

    static List<EventRow> withId(UUID id, Optional<CompanyId> subject) {
        Sort order = Sort.by("company");
        return subject.isPresent()
                ? list("eventId = ?1 and company = ?2", order, id, subject.get().value())
                : list("eventId = ?1", order, id);
    }

    StoredEvent stored() {
        return new StoredEvent(
                eventId,
                new CompanyId(company),
                new Position(partition, offset),
                known,
                Optional.ofNullable(block),
                this::body);
    }

    private byte[] body() {
        return body;
    }
}
