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
import org.companytimeline.query.view.StoredFact;
import org.hibernate.annotations.Immutable;

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

    String block;

    @Column(name = "changed_offset")
    long changedOffset;

    @Basic(fetch = FetchType.LAZY)
    byte[] body;

    FactRow() {}

    static List<FactRow> withId(UUID id, Optional<CompanyId> subject) {
        Sort order = Sort.by("company");
        return subject.isPresent()
                ? list("factId = ?1 and company = ?2", order, id, subject.get().value())
                : list("factId = ?1", order, id);
    }

    StoredFact stored() {
        return new StoredFact(
                factId, new CompanyId(company), partition, block, changedOffset, this::body);
    }

    private byte[] body() {
        return body;
    }
}
