package org.companytimeline.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.TestDatabase;
import org.companytimeline.query.view.Direction;
import org.companytimeline.query.view.FactKey;
import org.companytimeline.query.view.Match;
import org.companytimeline.query.view.Period;
import org.companytimeline.query.view.Rows;
import org.companytimeline.query.view.TimelineFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What pages of a timeline of 5,000 facts read just after these were written, when no statistics
/// tell the planner of them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimelinePlansIT {

    private static final int FACTS = 5_000;
    private static final int PAGE = 200;
    private static final List<String> TABLES = List.of("fact", "fact_company");

    @Inject AgroalDataSource pool;

    @BeforeEach
    void fill() throws SQLException {
        NaiveProjection.empty();
        for (String table : TABLES) {
            NaiveProjection.sql("alter table " + table + " set (autovacuum_enabled = false)");
        }
        NaiveProjection.sql(
                """
                insert into fact (partition, company, id, block, type, status, sort_from, sort_to, companies, changed_offset, body)
                select 3, 'acme', gen_random_uuid(), 'b', 'launched', 'reported', n, n, '{acme}', n, convert_to(repeat('x', 300), 'UTF8')
                from generate_series(1, ?) n
                """,
                FACTS);
        NaiveProjection.sql(
                "insert into fact_company select company, sort_from, sort_to, id, company,"
                        + " partition, type, status from fact");
        for (String table : TABLES) {
            NaiveProjection.sql("select pg_clear_relation_stats('public', ?)", table);
        }
    }

    @AfterEach
    void gatherStatisticsAgain() throws SQLException {
        for (String table : TABLES) {
            NaiveProjection.sql("alter table " + table + " reset (autovacuum_enabled)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_looks_at_each_fact_once_at_most(Direction direction) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            ExplainedStatements explained = ExplainedStatements.counting(connection);

            Rows<FactKey> first = page(explained, direction, Optional.empty());
            Rows<FactKey> second = page(explained, direction, first.last());

            assertThat(first.items()).hasSize(PAGE);
            assertThat(second.items()).hasSize(PAGE);
            assertThat(explained.mostRows()).isLessThan(FACTS + 3 * PAGE);
            connection.rollback();
        }
    }

    private static Rows<FactKey> page(
            ExplainedStatements explained, Direction direction, Optional<FactKey> after)
            throws SQLException {
        TimelineFilter all =
                new TimelineFilter(
                        Collections.emptySortedSet(),
                        Collections.emptySortedSet(),
                        Period.until(Optional.empty(), Match.POSSIBLE));
        return new TimelineSql(new CompanyId("acme"), all, direction)
                .read(explained.connection(), after, PAGE, 1 << 20);
    }
}
