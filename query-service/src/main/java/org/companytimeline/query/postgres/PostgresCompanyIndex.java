package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.view.Asked;
import org.companytimeline.query.view.CompanyFilter;
import org.companytimeline.query.view.CompanyIndex;
import org.companytimeline.query.view.CompanyPart;
import org.companytimeline.query.view.CompanySearch;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.Facet;
import org.companytimeline.query.view.ListedCompany;
import org.companytimeline.query.view.Name;
import org.companytimeline.query.view.NameKey;
import org.companytimeline.query.view.RankKey;
import org.companytimeline.query.view.Stage;

/// Search and lists of companies on the rows that the projector writes for them.
record PostgresCompanyIndex(Connection connection) implements CompanyIndex {

    /// How many records are looked at one by one, at most.
    static final int FEW = 1_000;

    @Override
    public List<NameKey> byName(CompanyFilter filter, Optional<NameKey> after, int limit) {
        Sql sql =
                new Sql()
                        .add(
                                """
                                select c.company, c.sort_name from (
                                  select id as company,
                                    lower(left(coalesce(display_name, id collate "default"), 200)) collate "C" as sort_name
                                  from company) c
                                where true
                                """);
        after.ifPresent(last ->
                sql.add(
                        "and (c.sort_name, c.company) > (?, ?)",
                        last.sortName(),
                        last.id().value()));
        new FilterSql(filter).addTo(sql);
        return sql.add("order by c.sort_name, c.company limit ?", limit)
                .list(
                        connection,
                        row ->
                                new NameKey(
                                        row.getString("sort_name"),
                                        new CompanyId(row.getString("company"))));
    }

    @Override
    public List<RankKey> hits(
            Asked asked, Stage stage, CompanyFilter filter, Optional<RankKey> after, int limit) {
        NameSql names = new NameSql(asked);
        List<RankKey> hits = new ArrayList<>();
        if (stage == Stage.FULL && after.map(RankKey::isExact).orElse(true)) {
            hits.addAll(
                    names.exact(filter, after, limit)
                            .list(
                                    connection,
                                    row -> RankKey.exact(new CompanyId(row.getString("company")))));
            if (hits.size() == limit) {
                return hits;
            }
        }
        if (stage.similarFrom() > 0) {
            beSimilarFrom(stage.similarFrom());
        }
        Sql byName =
                stage.similarFrom() > 0
                        ? names.bySimilarity(filter, after, limit)
                        : names.byKey(stage, filter, after, limit - hits.size());
        hits.addAll(
                byName.list(
                        connection,
                        row ->
                                new RankKey(
                                        stage,
                                        row.getFloat("similarity"),
                                        row.getShort("weight"),
                                        row.getString("key"),
                                        new CompanyId(row.getString("company")))));
        return hits;
    }

    /// Sets from when on the operators of pg_trgm call texts similar, for this transaction.
    private void beSimilarFrom(float similarity) {
        new Sql()
                .add(
                        "select set_config('pg_trgm.word_similarity_threshold', ?, true)",
                        Float.toString(similarity))
                .list(connection, row -> row.getString(1));
    }

    @Override
    public List<CompanyPart> parts(Collection<CompanyId> records) {
        return new Sql()
                .add(
                        """
                        select id, partition, own, display_name, named_at, country, status, event_count,
                          lower(left(coalesce(display_name, id collate "default"), 200)) as sort_name
                        from company where id = any(?)
                        """,
                        (Object) texts(records))
                .list(connection, PostgresCompanyIndex::part);
    }

    private static CompanyPart part(ResultSet row) throws SQLException {
        OffsetDateTime namedAt = row.getObject("named_at", OffsetDateTime.class);
        return new CompanyPart(
                new CompanyId(row.getString("id")),
                row.getInt("partition"),
                row.getBoolean("own"),
                Optional.ofNullable(row.getString("display_name")),
                row.getString("sort_name"),
                Optional.ofNullable(namedAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("country")),
                Optional.ofNullable(row.getString("status")),
                row.getLong("event_count"));
    }

    @Override
    public List<Name> names(Asked asked, Collection<CompanyId> records) {
        return new NameSql(asked).namesOf(records).list(connection, NameSql::name);
    }

    @Override
    public List<Name> similar(Asked asked, float similarity, Collection<CompanyId> records) {
        return new NameSql(asked).similarOf(records, similarity).list(connection, NameSql::name);
    }

    @Override
    public List<Identifier> identifiers(Asked asked, Collection<CompanyId> records) {
        return asked.identifiers().isEmpty()
                ? List.of()
                : new Sql()
                        .add(
                                """
                                select company, scheme, value from company_identifier
                                where key = any(?) and company = any(?) order by key
                                """,
                                asked.identifiers().toArray(String[]::new),
                                texts(records))
                        .list(
                                connection,
                                row ->
                                        new Identifier(
                                                new CompanyId(row.getString("company")),
                                                row.getString("scheme"),
                                                row.getString("value")));
    }

    @Override
    public Set<CompanyId> passing(CompanyFilter filter, Collection<CompanyId> records) {
        if (filter.isEmpty()) {
            return Set.copyOf(records);
        }
        Sql sql =
                new Sql()
                        .add(
                                "select c.company from unnest(?::text[]) c (company) where true",
                                (Object) texts(records));
        new FilterSql(filter).addTo(sql);
        return ids(sql);
    }

    @Override
    public Optional<Set<CompanyId>> few(CompanyFilter filter) {
        List<CompanyId> records =
                new FilterSql(filter)
                        .records()
                        .add("limit ?", FEW + 1)
                        .list(connection, row -> new CompanyId(row.getString("company")));
        return records.size() > FEW ? Optional.empty() : Optional.of(new HashSet<>(records));
    }

    private Set<CompanyId> ids(Sql sql) {
        return new HashSet<>(sql.list(connection, row -> new CompanyId(row.getString("company"))));
    }

    /// Each part of the statement looks at so many ids and no more, however few have changed. Names
    /// are chosen as in [CompanyRow#givenName].
    @Override
    public List<ListedCompany> listed(
            Optional<CompanyId> after, Optional<Cursor> since, int limit) {
        return new Sql()
                .add(
                        """
                        select page.id,
                          (array_agg(display_name order by own desc, named_at desc nulls last, partition)
                            filter (where display_name is not null))[1] as name,
                          bool_or(changed_offset >= coalesce((?::bigint[])[partition + 1], 0)) as changed,
                          exists (select from event_company said where said.company = page.id
                            and said.type in ('same-as', 'corrected')) as same_as
                        from (select distinct id from company where id > ? order by id limit ?) page
                        join company on company.id = page.id
                        group by page.id order by page.id
                        """,
                        since.map(Cursor::nextOffsets).orElse(List.of()).toArray(Long[]::new),
                        after.map(CompanyId::value).orElse(""),
                        limit)
                .list(
                        connection,
                        row ->
                                new ListedCompany(
                                        new CompanyId(row.getString("id")),
                                        Optional.ofNullable(row.getString("name")),
                                        row.getBoolean("changed"),
                                        row.getBoolean("same_as")));
    }

    @Override
    public List<byte[]> sameAs(Collection<CompanyId> records, int mostOfEach) {
        return new Sql()
                .add(
                        """
                        select fact.body
                        from unnest(?::text[]) record (company)
                        cross join lateral (
                          select entry.fact, entry.partition, entry.subject from fact_company entry
                          where entry.company = record.company collate "C" and entry.type = 'same-as'
                            and entry.status in ('reported', 'confirmed')
                          limit ?) stands
                        join fact on fact.id = stands.fact and fact.partition = stands.partition
                          and fact.company = stands.subject
                        """,
                        texts(records),
                        mostOfEach)
                .list(connection, row -> row.getBytes("body"));
    }

    @Override
    public Facet.Counts counts(CompanySearch search, Optional<Asked> asked, float similarFrom) {
        beSimilarFrom(similarFrom);
        long[] total = {0};
        List<Facet.Count> counts = new ArrayList<>();
        new FacetSql(search, asked)
                .counts(similarFrom < 1)
                .list(
                        connection,
                        row -> {
                            String facet = row.getString("facet");
                            if (facet.equals("total")) {
                                total[0] = row.getLong("hits");
                                return true;
                            }
                            return counts.add(
                                    new Facet.Count(
                                            Facet.valueOf(facet.toUpperCase(Locale.ROOT)),
                                            row.getString("value"),
                                            row.getLong("hits")));
                        });
        return new Facet.Counts(total[0], counts);
    }

    static String[] texts(Collection<CompanyId> ids) {
        return ids.stream().map(CompanyId::value).toArray(String[]::new);
    }
}
