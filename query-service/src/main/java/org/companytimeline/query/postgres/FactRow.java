package org.companytimeline.query.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.view.StoredFact;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A fact as the projector stored it.
@Entity(name = "Fact")
@Table(name = "fact")
@Immutable
@IdClass(FactRow.Key.class)
@SuppressWarnings("NullAway.Init")
class FactRow extends PanacheEntityBase {

    /// A fact's id is unique within its subject.
    record Key(UUID factId, int partition, String company) {}

    @Id
    @Column(name = "id")
    UUID factId;

    @Id int partition;

    @Id String company;

    @Nullable Integer earliest;
    @Nullable Integer latest;

    @Basic(fetch = FetchType.LAZY)
    byte[] body;

    FactRow() {}

    static Optional<FactRow> of(UUID id, CompanyId subject, int partition) {
        return find(
                        "factId = ?1 and company = ?2 and partition = ?3",
                        id,
                        subject.value(),
                        partition)
                .firstResultOptional();
    }

    StoredFact stored() {
        return new StoredFact(
                Optional.ofNullable(earliest), Optional.ofNullable(latest), this::body);
    }

    private byte[] body() {
        return body;
    }
}
