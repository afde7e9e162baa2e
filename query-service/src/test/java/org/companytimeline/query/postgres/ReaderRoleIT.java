package org.companytimeline.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReaderRoleIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String READ_ONLY_TRANSACTION = "25006";

    @Inject AgroalDataSource pool;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into rejected_event values (0, 0, 'r', 'd', null, '', null, now())",
                "update event set type = 'x'",
                "delete from fact",
                "truncate company",
                "create table mine (id int)",
                "drop table event",
            })
    void the_role_cannot_write_even_where_a_transaction_may(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction read write");

            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
            connection.rollback();
        }
    }

    @Test
    void transactions_are_read_only_by_themselves() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from fact"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e ->
                                    assertThat(e.getSQLState())
                                            .isIn(READ_ONLY_TRANSACTION, INSUFFICIENT_PRIVILEGE));
        }
    }

    @Test
    void a_transaction_sees_one_snapshot() throws Exception {
        NaiveProjection log = NaiveProjection.empty();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            long before = events(connection);
            log.record(Said.founded("pathway", "Pathway", "2020"));

            assertThat(events(connection)).isEqualTo(before);
            connection.commit();
            assertThat(events(connection)).isEqualTo(before + 1);
            connection.commit();
        }
    }

    private static long events(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from event")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
