package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.view.CompanyItem;
import org.companytimeline.query.view.CompanySearch;
import org.companytimeline.query.view.NameKey;
import org.companytimeline.query.view.RankKey;
import org.companytimeline.query.view.Rows;
import org.companytimeline.query.view.SortKey;

/// Companies by name or by rank. Of the names that a company has in several partitions its own
/// counts, else the latest.
record CompanySql(CompanySearch search) {

    Rows<NameKey> byName(Connection connection, Optional<NameKey> after, int limit) {
        Sql sql =
                new Sql()
                        .add(
                                """
                                select c.id, n.display_name as name, i.country, i.status, i.event_count,
                                lower(left(coalesce(c.display_name, c.id collate "default"), 200)) collate "C" as sort_name
                                from company c
                                """)
                        .add(DETAILS)
                        .add("where n.partition = c.partition");
        addFilters(sql);
        after.ifPresent(last ->
                sql.add(
                        """
                        and (lower(left(coalesce(c.display_name, c.id collate "default"), 200)) collate "C", c.id)
                        > (?, ?)
                        """,
                        last.sortName(),
                        last.id().value()));
        sql.add(
                """
                order by lower(left(coalesce(c.display_name, c.id collate "default"), 200)) collate "C", c.id limit ?
                """,
                limit + 1);
        return rows(
                sql.list(
                        connection,
                        row ->
                                new Hit<>(
                                        new NameKey(
                                                row.getString("sort_name"),
                                                new CompanyId(row.getString("id"))),
                                        item(row))),
                limit);
    }

    Rows<RankKey> byRank(String q, Connection connection, Optional<RankKey> after, int limit) {
        String prefix = q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        Sql sql =
                new Sql()
                        .add(
                                """
                                select c.id, n.display_name as name, i.country, i.status, i.event_count, c.hit, c.similarity
                                from (
                                  select id,
                                    min(case
                                      when lower(display_name) = asked.q or id = asked.q then 0
                                      when lower(display_name) like asked.prefix then 1
                                      when lower(display_name) like '% ' || asked.prefix then 2
                                      else 3 end) as hit,
                                    coalesce(max(word_similarity(asked.q, lower(display_name))), 0) as similarity
                                  from company, (select lower(?) as q, lower(?) as prefix) asked
                                  where lower(display_name) %> asked.q or lower(display_name) like asked.prefix
                                    or id = asked.q
                                  group by id) c
                                """,
                                q, prefix)
                        .add(DETAILS)
                        .add("where true");
        addFilters(sql);
        after.ifPresent(last ->
                sql.add(
                        "and (c.hit, -c.similarity, c.id) > (?, ?, ?)",
                        last.hit(),
                        -last.similarity(),
                        last.id().value()));
        sql.add("order by c.hit, -c.similarity, c.id limit ?", limit + 1);
        return rows(
                sql.list(
                        connection,
                        row ->
                                new Hit<>(
                                        new RankKey(
                                                row.getInt("hit"),
                                                row.getFloat("similarity"),
                                                new CompanyId(row.getString("id"))),
                                        item(row))),
                limit);
    }

    private void addFilters(Sql sql) {
        search.country().ifPresent(country -> sql.add("and i.country = ?", country));
        search.type()
                .ifPresent(type ->
                        sql.add(
                                """
                                and exists (
                                  select from company t where t.id = c.id and t.types @> array[?::text])
                                """,
                                type));
    }

    /// The name that counts, and what its partitions say together.
    private static final String DETAILS =
            """
            cross join lateral (
              select partition, display_name from company named where named.id = c.id
              order by own and display_name is not null desc, named_at desc nulls last, partition limit 1) n
            cross join lateral (
              select max(country) as country, max(status) as status, sum(event_count) as event_count
              from company said where said.id = c.id) i
            """;

    private static CompanyItem item(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String name = row.getString("name");
        return new CompanyItem(
                id,
                name == null ? id : name,
                row.getString("country"),
                row.getString("status"),
                row.getLong("event_count"));
    }

    private static <K extends SortKey> Rows<K> rows(List<Hit<K>> hits, int limit) {
        List<Hit<K>> given = hits.subList(0, Math.min(limit, hits.size()));
        return new Rows<>(
                given.stream().map(hit -> hit.item().json()).toList(),
                given.size() < hits.size() ? Optional.of(given.getLast().key()) : Optional.empty());
    }

    private record Hit<K>(K key, CompanyItem item) {}
}
