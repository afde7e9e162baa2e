package org.companytimeline.query.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.view.Asked;
import org.companytimeline.query.view.CompanyFilter;
import org.companytimeline.query.view.Name;
import org.companytimeline.query.view.RankKey;
import org.companytimeline.query.view.Stage;

/// Statements on the names by which companies are found.
///
/// Names lie in their index by grade and weight, so a stage looks into as many places as it has
/// grades and there are weights, and takes no more from each than the page holds: a beginning that
/// half of all names share costs no more than a rare one.
record NameSql(Asked asked) {

    /// The names of records, each looked up by itself: a condition on all of them at once lets the
    /// planner look through the index of all names instead.
    private static final String OF_EACH =
            """
            from unnest(?::text[]) record (company)
            cross join lateral (
              select company, partition, grade, weight, key, kind, text from company_name
              where company_name.company = record.company collate "C"
            """;

    /// Where the names of a stage may lie that are hit by their key.
    Sql byKey(Stage stage, CompanyFilter filter, Optional<RankKey> after, int limit) {
        String from =
                stage == Stage.BEGINNING || stage == Stage.OTHER_BEGINNING
                        ? asked.beyondFull()
                        : asked.key();
        String to =
                stage == Stage.FULL || stage == Stage.OTHER_FULL
                        ? asked.beyondFull()
                        : asked.beyondBeginning();
        int heaviest =
                after.filter(key -> !key.isExact()).map(RankKey::weight).orElse(Name.HEAVIEST);
        Short[] weights =
                IntStream.rangeClosed(0, heaviest).mapToObj(n -> (short) n).toArray(Short[]::new);
        String[] starts =
                IntStream.rangeClosed(0, heaviest)
                        .mapToObj(weight ->
                                after.filter(key -> key.weight() == weight)
                                        .map(RankKey::key)
                                        .orElse(from))
                        .toArray(String[]::new);
        Sql sql =
                new Sql()
                        .add(
                                """
                                select n.company, n.weight, n.key, 0::real as similarity
                                from unnest(?::smallint[]) g (grade)
                                cross join unnest(?::smallint[], ?::text[]) w (weight, start)
                                cross join lateral (
                                  select c.company, c.weight, c.key from company_name c
                                  where c.grade = g.grade and c.weight = w.weight
                                    and c.key >= w.start and c.key < ?
                                """,
                                stage.grades().toArray(Short[]::new),
                                weights,
                                starts,
                                to);
        after.filter(key -> !key.isExact())
                .ifPresent(key ->
                        sql.add(
                                "and (c.weight < ? or (c.key, c.company) > (?, ?))",
                                key.weight(),
                                key.key(),
                                key.id().value()));
        new FilterSql(filter).addTo(sql);
        return sql.add(
                """
                  order by c.key, c.company limit ?) n
                order by n.weight desc, n.key, n.company limit ?
                """,
                limit,
                limit);
    }

    /// The names of a stage that are hit by similarity. The threshold of the session decides.
    Sql bySimilarity(CompanyFilter filter, Optional<RankKey> after, int limit) {
        Sql sql =
                new Sql()
                        .add(
                                """
                                select s.company, s.weight, s.key, s.similarity from (
                                  select c.company, c.weight, c.key, word_similarity(?, c.key) as similarity
                                  from company_name c where c.grade < 3 and c.key %> ?
                                """,
                                asked.key(), asked.key());
        new FilterSql(filter).addTo(sql);
        sql.add(") s where true");
        after.ifPresent(key ->
                sql.add(
                        "and (-s.similarity, -s.weight, s.key, s.company) > (?, ?, ?, ?)",
                        -key.similarity(),
                        -key.weight(),
                        key.key(),
                        key.id().value()));
        return sql.add(
                "order by s.similarity desc, s.weight desc, s.key, s.company limit ?", limit);
    }

    /// The records whose id or identifier is asked for.
    Sql exact(CompanyFilter filter, Optional<RankKey> after, int limit) {
        Sql sql = new Sql().add("select c.company from (").add(exact()).add(") c where true");
        after.ifPresent(key -> sql.add("and c.company > ?", key.id().value()));
        new FilterSql(filter).addTo(sql);
        return sql.add("order by c.company limit ?", limit);
    }

    private Sql exact() {
        return new Sql()
                .add(
                        """
                        select company from company_identifier where key = any(?)
                        union select id from company where id = ?
                        """,
                        asked.identifiers().toArray(String[]::new),
                        asked.id().map(CompanyId::value).orElse(""));
    }

    /// All records that are hit, whichever stage, similar ones if the key says enough.
    Sql records(CompanyFilter filter, boolean hasSimilar) {
        Sql sql =
                new Sql()
                        .add(
                                """
                                select n.company
                                from unnest('{0,1,2,3}'::smallint[]) g (grade)
                                cross join generate_series(0, ?) w (weight)
                                cross join lateral (
                                  select c.company from company_name c
                                  where c.grade = g.grade and c.weight = w.weight::smallint
                                    and c.key >= ? and c.key < ?
                                """,
                                (int) Name.HEAVIEST,
                                asked.key(),
                                asked.beyondBeginning());
        new FilterSql(filter).addTo(sql);
        sql.add("offset 0) n union select c.company from (").add(exact()).add(") c where true");
        new FilterSql(filter).addTo(sql);
        if (hasSimilar) {
            sql.add(
                    "union select c.company from company_name c where c.grade < 3 and c.key %> ?",
                    asked.key());
            new FilterSql(filter).addTo(sql);
        }
        return sql;
    }

    /// The names of these records that begin with what is asked for.
    Sql namesOf(Collection<CompanyId> records) {
        return new Sql()
                .add("select named.*, 0::real as similarity")
                .add(
                        OF_EACH
                                + """
                                  and key >= ? and key < ? offset 0) named
                                """,
                        PostgresCompanyIndex.texts(records),
                        asked.key(),
                        asked.beyondBeginning());
    }

    /// The names of these records that are at least so similar. They are found by their records:
    /// the operator of pg_trgm would invite to look for similar names first.
    Sql similarOf(Collection<CompanyId> records, float similarity) {
        return new Sql()
                .add("select named.*, word_similarity(?, named.key) as similarity", asked.key())
                .add(
                        OF_EACH
                                + """
                                  and grade < 3 and word_similarity(?, key) >= ? offset 0) named
                                """,
                        PostgresCompanyIndex.texts(records),
                        asked.key(),
                        similarity);
    }

    static Name name(ResultSet row) throws SQLException {
        return new Name(
                new CompanyId(row.getString("company")),
                row.getInt("partition"),
                row.getShort("grade"),
                row.getShort("weight"),
                row.getString("key"),
                row.getString("kind"),
                row.getString("text"),
                row.getFloat("similarity"));
    }
}
