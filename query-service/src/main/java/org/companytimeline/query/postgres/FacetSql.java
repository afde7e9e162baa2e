package org.companytimeline.query.postgres;

import java.util.Optional;
import org.companytimeline.query.view.Asked;
import org.companytimeline.query.view.CompanySearch;
import org.companytimeline.query.view.Facet;

/// Counts over all hits of a search. Without a question and filters indexes are read from end to
/// end.
record FacetSql(CompanySearch search, Optional<Asked> asked) {

    Sql counts(boolean hasSimilar) {
        return asked.isEmpty() && search.filter().isEmpty() ? ofAll() : ofHits(hasSimilar);
    }

    /// Each hit is looked up once, whatever is counted of it.
    private Sql ofHits(boolean hasSimilar) {
        Sql sql = new Sql().add("with hit as materialized (select distinct company from (");
        sql.add(
                asked.map(question -> new NameSql(question).records(search.filter(), hasSimilar))
                        .orElseGet(() -> new FilterSql(search.filter()).records()));
        sql.add(
                """
                ) hits), part as materialized (
                select c.id, c.country, c.status, c.founded_year, c.types from hit join company c on c.id = hit.company)
                select 'total' as facet, null as value, count(*) as hits from hit
                """);
        for (Facet facet : search.facets()) {
            switch (facet) {
                case COUNTRY ->
                        sql.add(
                                """
                                union all (select 'country', country, count(*) from part
                                where country is not null group by 2 order by 3 desc, 2 limit ?)
                                """,
                                Facet.MOST_VALUES);
                case STATUS ->
                        sql.add(
                                """
                                union all (select 'status', status, count(*) from part
                                where status is not null group by 2 order by 3 desc, 2 limit ?)
                                """,
                                Facet.MOST_VALUES);
                case FOUNDED ->
                        sql.add(
                                """
                                union all (select 'founded', f.founded_year::text, f.hits from (
                                select founded_year, count(*) as hits from part
                                where founded_year is not null group by 1 order by 2 desc, 1 limit ?) f)
                                """,
                                Facet.MOST_VALUES);
                case TYPE ->
                        sql.add(
                                """
                                union all (select 'type', t.type, count(distinct part.id)
                                from part cross join unnest(part.types) t (type)
                                group by 2 order by 3 desc, 2 limit ?)
                                """,
                                Facet.MOST_VALUES);
            }
        }
        return sql;
    }

    private Sql ofAll() {
        Sql sql =
                new Sql()
                        .add(
                                "select 'total' as facet, null as value, count(distinct id) as hits"
                                        + " from company");
        for (Facet facet : search.facets()) {
            switch (facet) {
                case COUNTRY ->
                        sql.add(
                                """
                                union all (select 'country', country, count(*) from company
                                where country is not null group by 2 order by 3 desc, 2 limit ?)
                                """,
                                Facet.MOST_VALUES);
                case STATUS ->
                        sql.add(
                                """
                                union all (select 'status', status, count(*) from company
                                where status is not null group by 2 order by 3 desc, 2 limit ?)
                                """,
                                Facet.MOST_VALUES);
                case FOUNDED ->
                        sql.add(
                                """
                                union all (select 'founded', f.founded_year::text, f.hits from (
                                select founded_year, count(*) as hits from company
                                where founded_earliest is not null and founded_year is not null
                                group by 1 order by 2 desc, 1 limit ?) f)
                                """,
                                Facet.MOST_VALUES);
                case TYPE ->
                        sql.add(
                                """
                                union all (select 'type', type, count(distinct company) from company_type
                                group by 2 order by 3 desc, 2 limit ?)
                                """,
                                Facet.MOST_VALUES);
            }
        }
        return sql;
    }
}
