package org.companytimeline.timeline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.companytimeline.timeline.project.NotStorable;
import org.companytimeline.timeline.project.ReadModelUnavailable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "23514", "54000", "P0001", "XX000"})
    void a_row_that_is_refused_is_not_storable(String state) {
        assertThat(SqlFaults.of("Storing", new SQLException("refused", state)))
                .isInstanceOf(NotStorable.class)
                .hasMessage("Storing: refused");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "08006", "57P01", "53100", "53300", "55P03", "40001", "25P03", "42P01", "58030"
            })
    void a_database_in_trouble_makes_no_event_rejected(String state) {
        assertThat(SqlFaults.of("Storing", new SQLException("gone", state)))
                .isInstanceOf(ReadModelUnavailable.class);
    }
}
