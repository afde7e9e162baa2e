package org.companytimeline.query.postgres;

import java.sql.SQLException;
import org.companytimeline.query.NaiveProjection;

/// A read model of so many companies that reading a table from end to end would show: made-up
/// names, several for each, some words in a tenth of all names.
final class ManyCompanies {

    private ManyCompanies() {}

    /// Fills the empty tables that search reads.
    static void fill(int companies) throws SQLException {
        NaiveProjection.empty();
        NaiveProjection.sql(
                """
                insert into company (id, partition, own, given_name, display_name, named_at, named_by_own, country, status,
                  types, event_count, changed_offset, founded_earliest, founded_latest, founded_year)
                select 'co-' || n, n % 12, true, name, name, now(), true,
                  case when n % 997 = 0 then 'IS' else (array['US','FR','DE','GB','CN'])[1 + n % 5] end,
                  case when n % 20 = 0 then 'closed' else 'active' end, array['founded', 'funded'],
                  1 + n % 70, n, days, days + 365, 1970 + days / 365
                from (
                  select n, (n * 7919) % 18000 as days,
                    initcap(substr(md5(n::text), 1, 3 + n % 5)) || ' '
                      || (array['Technologies','AI','Group','Labs','Systems','Capital','Health','Energy','Software','Holding'])[1 + n % 10]
                      as name
                  from generate_series(1, ?) n) made
                """,
                companies);
        NaiveProjection.sql(
                """
                insert into company_name (company, partition, grade, weight, key, kind, text)
                select id, partition, 0, case when event_count < 4 then 0 when event_count < 16 then 1 else 2 end,
                  lower(display_name), 'name', display_name from company
                union all
                select id, partition, 2, 1, replace(id, '-', ' '), 'id', id from company
                union all
                select id, partition, 2, 1, substr(md5(id), 1, 6) || ' inc', 'alias', substr(md5(id), 1, 6) || ' Inc' from company
                union all
                select id, partition, 3, 1, lower(split_part(display_name, ' ', 2)), 'name', display_name from company
                union all
                select id, partition, 3, 1, 'inc', 'alias', substr(md5(id), 1, 6) || ' Inc' from company
                """);
        NaiveProjection.sql(
                """
                insert into company_identifier (key, company, partition, scheme, value)
                select 'wikidata:q' || changed_offset, id, partition, 'wikidata', 'Q' || changed_offset from company
                """);
        NaiveProjection.sql(
                """
                insert into company_type (type, company, partition)
                select type, id, partition from company
                cross join unnest(case when changed_offset % 500 = 0 then types || array['closed'] else types end) t (type)
                """);
        NaiveProjection.sql(
                """
                insert into company_raised (currency, least, company, partition)
                select case when changed_offset % 3 = 0 then 'USD' else 'EUR' end, (changed_offset * 31) % 100000, id, partition
                from company
                """);
        NaiveProjection.sql(
                """
                insert into fact_company (company, sort_from, sort_to, fact, subject, partition, type, status)
                select id, 0, 0, gen_random_uuid(), id, partition,
                  case when changed_offset % 1000 = 0 then 'same-as' else 'founded' end, 'reported' from company
                """);
        NaiveProjection.sql(
                """
                insert into fact (partition, company, id, block, type, status, sort_from, sort_to, companies, changed_offset, body)
                select partition, company, fact, type, type, status, 0, 0, array[company], 0,
                  convert_to('{"company": {"id": "' || company || '"}, "details": {"company": "co-7"}}', 'UTF8')
                from fact_company
                """);
        for (String table :
                new String[] {
                    "company",
                    "company_name",
                    "company_identifier",
                    "company_type",
                    "company_raised",
                    "fact_company",
                    "fact"
                }) {
            NaiveProjection.sql("analyze " + table);
        }
    }
}
