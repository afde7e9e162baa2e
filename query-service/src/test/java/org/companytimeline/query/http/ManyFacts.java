package org.companytimeline.query.http;

import java.sql.SQLException;
import org.companytimeline.query.NaiveProjection;

/// More facts than sockets take where nobody reads: 40 MB.
final class ManyFacts {

    static final int COUNT = 20_000;

    private ManyFacts() {}

    /// One of each of so many companies, without their events.
    static void insert() throws SQLException {
        NaiveProjection.empty();
        NaiveProjection.sql(
                """
                insert into company (id, partition, own, changed_offset)
                select 'c' || n, 0, true, 0 from generate_series(1, ?) n
                """,
                COUNT);
        NaiveProjection.sql(
                """
                insert into fact (partition, company, id, block, type, status, sort_from, sort_to,
                  companies, changed_offset, body)
                select 0, 'c' || n, gen_random_uuid(), 'launched|' || n, 'launched', 'reported', 0, 0,
                  array['c' || n], 0, convert_to('{"text":"' || repeat('x', 2000) || '"}', 'UTF8')
                from generate_series(1, ?) n
                """,
                COUNT);
        NaiveProjection.sql(
                """
                insert into fact_company (company, sort_from, sort_to, fact, subject, partition, type, status)
                select company, sort_from, sort_to, id, company, partition, type, status from fact
                """);
        NaiveProjection.sql("update projection_partition set next_offset = 1 where partition = 0");
    }
}
