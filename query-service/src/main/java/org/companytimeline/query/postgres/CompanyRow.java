package org.companytimeline.query.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What is said of a company within one partition.
@Entity(name = "Company")
@Table(name = "company")
@Immutable
@IdClass(CompanyRow.Key.class)
@SuppressWarnings("NullAway.Init")
class CompanyRow extends PanacheEntityBase {

    /// A company and the partition of those who say it.
    record Key(String companyId, int partition) {}

    private static final Comparator<CompanyRow> BEST_NAME_FIRST =
            Comparator.comparingInt((CompanyRow row) -> row.own ? 0 : 1)
                    .thenComparing(
                            row -> row.namedAt,
                            Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
                    .thenComparingInt(row -> row.partition);

    @Id
    @Column(name = "id")
    String companyId;

    @Id int partition;

    boolean own;

    @Column(name = "given_name")
    @Nullable String givenName;

    @Column(name = "named_at")
    @Nullable Instant namedAt;

    @Column(name = "changed_offset")
    long changedOffset;

    CompanyRow() {}

    static List<CompanyRow> of(String company) {
        return list("companyId", company);
    }

    /// The latest name that its own events give, else what others call it.
    static Optional<String> givenName(List<CompanyRow> rows) {
        return rows.stream()
                .filter(row -> row.givenName != null)
                .min(BEST_NAME_FIRST)
                .map(row -> row.givenName);
    }
}
