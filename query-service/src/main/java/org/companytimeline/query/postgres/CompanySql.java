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
        Sql page =
                new Sql()
                        .add(
                                """
                                select c.id, row_number() over (order by c.sort_name, c.id) as n, c.sort_name
                                from (
                                  select id, partition,
                                    lower(left(coalesce(display_name, id collate "default"), 200)) collate "C" as sort_name
                                  from company) c
                                where c.partition = (
                                  select partition from company named where named.id = c.id
                                  order by own and display_name is not null desc, named_at desc nulls last, partition
                                  limit 1)
                                """);
        addFilters(page);
        after.ifPresent(last ->
                page.add("and (c.sort_name, c.id) > (?, ?)", last.sortName(), last.id().value()));
        page.add("order by c.sort_name, c.id limit ?", limit + 1);
        return rows(
                withDetails(page)
                        .list(
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
        Sql page =
                new Sql()
                        .add(
                                """
                                select c.id, row_number() over (order by c.hit, -c.similarity, c.id) as n,
                                  c.hit, c.similarity
                                from (
                                  select id,
                                    min(case
                                      when shown = asked.q or id = asked.q then 0
                                      when shown like asked.prefix then 1
                                      when shown like '% ' || asked.prefix then 2
                                      else 3 end) as hit,
                                    max(word_similarity(asked.q, shown)) as similarity
                                  from (
                                    select id, lower(coalesce(display_name, id collate "default")) as shown
                                    from company) named,
                                    (select lower(?) as q, lower(?) as prefix) asked
                                  where shown %> asked.q or shown like asked.prefix or id = asked.q
                                  group by id) c
                                where true
                                """,
                                q, prefix);
        addFilters(page);
        after.ifPresent(last ->
                page.add(
                        "and (c.hit, -c.similarity, c.id) > (?, ?, ?)",
                        last.hit(),
                        -last.similarity(),
                        last.id().value()));
        page.add("order by c.hit, -c.similarity, c.id limit ?", limit + 1);
        return rows(
                withDetails(page)
                        .list(
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

    private void addFilters(Sql page) {
        search.country()
                .ifPresent(country ->
                        page.add(
                                "and exists (select from company t where t.id = c.id and t.country"
                                        + " = ?)",
                                country));
        search.type()
                .ifPresent(type ->
                        page.add(
                                """
                                and exists (
                                  select from company t where t.id = c.id and t.types @> array[?::text])
                                """,
                                type));
    }

    /// The companies of one page with the name that counts, and what their partitions say together.
    private static Sql withDetails(Sql page) {
        return new Sql()
                .add("select page.*, named.display_name as name, said.* from (")
                .add(page)
                .add(
                        """
                        ) page
                        cross join lateral (
                          select display_name from company where company.id = page.id
                          order by own and display_name is not null desc, named_at desc nulls last, partition
                          limit 1) named
                        cross join lateral (
                          select max(country) as country, max(status) as status, sum(event_count) as event_count
                          from company where company.id = page.id) said
                        order by page.n
                        """);
    }

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
