package org.companytimeline.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.TestDatabase;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.StreamChunk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What streams read of 60,000 events, of which those of one partition were recorded a day before
/// the others.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StreamPlansIT {

    private static final int PARTITIONS = 12;
    private static final int LAGGING = 3;
    private static final long EACH = 5_000;
    private static final LogWalk.Bounds CHUNK = new LogWalk.Bounds(500, 1 << 20);

    private static boolean isFilled;

    @Inject AgroalDataSource pool;

    @BeforeEach
    void fill() throws SQLException {
        if (isFilled) {
            return;
        }
        isFilled = true;
        NaiveProjection.empty();
        NaiveProjection.sql(
                """
                insert into event (partition, log_offset, company, id, type, known, recorded_at, content_hash, body)
                select p, n, 'c' || n % 100, gen_random_uuid(), 'founded', true,
                  timestamptz '2026-01-02' + n * interval '1 s' - case when p = ? then interval '1 day' else interval '0' end,
                  '\\x00', convert_to(repeat('x', 300), 'UTF8')
                from generate_series(0, ? - 1) p, generate_series(0, ? - 1) n
                """,
                LAGGING, PARTITIONS, EACH);
        NaiveProjection.sql(
                "insert into event_company select 'named', partition, log_offset, recorded_at,"
                        + " type, true from event");
        NaiveProjection.sql("analyze event, event_company");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "named, ''", "'', founded", "named, founded"})
    void where_one_partition_lags_nothing_of_the_others_is_read(String company, String type)
            throws Exception {
        List<Long> begin = new ArrayList<>(Collections.nCopies(PARTITIONS, EACH));
        begin.set(LAGGING, EACH - 5);

        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            ExplainedStatements explained = ExplainedStatements.counting(connection);
            StreamChunk chunk = read(explained, begin, company, type);

            assertThat(chunk.events()).hasSize(5);
            assertThat(chunk.isLast()).isTrue();
            assertThat(explained.mostRows()).isLessThan(100);
            assertThat(explained.findings()).isEmpty();
            connection.rollback();
        }
    }

    @Test
    void a_chunk_of_history_reads_little_more_than_it_gives() throws Exception {
        List<Long> begin = new ArrayList<>(Collections.nCopies(PARTITIONS, EACH / 2));
        begin.set(LAGGING, EACH);

        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            ExplainedStatements explained = ExplainedStatements.counting(connection);
            StreamChunk chunk = read(explained, begin, "", "");

            assertThat(chunk.events()).hasSize(CHUNK.events());
            assertThat(explained.mostRows()).isLessThan(3 * CHUNK.events());
            connection.rollback();
        }
    }

    private static StreamChunk read(
            ExplainedStatements explained, List<Long> begin, String company, String type) {
        TreeSet<CompanyId> companies = new TreeSet<>();
        TreeSet<String> types = new TreeSet<>();
        if (!company.isEmpty()) {
            companies.add(new CompanyId(company));
        }
        if (!type.isEmpty()) {
            types.add(type);
        }
        return new StreamSql(
                        cursor(begin),
                        cursor(Collections.nCopies(PARTITIONS, EACH)),
                        Optional.empty(),
                        new EventFilter(companies, types))
                .read(explained.connection(), CHUNK);
    }

    private static Cursor cursor(List<Long> nextOffsets) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            offsets.put(partition, nextOffsets.get(partition));
        }
        return LogState.of("cluster", "topic", 1, false, offsets).cursor();
    }
}
