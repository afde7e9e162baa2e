package org.companytimeline.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// What an export reads, and when it asks whether to go on.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExportWorkIT {

    private static final int COPIES = 1_200;

    @Inject ReadModel readModel;

    private final NaiveProjection log = NaiveProjection.empty();
    private long edgesRead;
    private long anew;
    private long facts;
    private long asked;

    private final TimelineExport.Taker taker =
            new TimelineExport.Taker() {
                @Override
                public void goOn() {
                    asked++;
                }

                @Override
                public void anew(CompanyId company) {
                    anew++;
                }

                @Override
                public void fact(CompanyId company, Optional<String> name, byte[] body) {
                    facts++;
                }
            };

    ExportWorkIT() throws SQLException {}

    @Test
    void a_record_with_very_many_others_is_looked_at_once_a_page_not_once_for_each_of_them()
            throws SQLException {
        log.recordAll(copiesOfOne());

        export(Optional.empty());

        assertThat(facts).isEqualTo(2 * COPIES);
        assertThat(edgesRead).isBetween((long) COPIES, 10L * COPIES);
    }

    @Test
    void so_it_is_where_what_was_is_looked_at_too() throws SQLException {
        log.recordAll(copiesOfOne());
        Cursor before = head();
        log.record(Said.sameAs("one-more", "one"));

        export(Optional.of(before));

        assertThat(anew).isEqualTo(2);
        assertThat(edgesRead).isBetween((long) COPIES, 10L * COPIES);
    }

    @Test
    void a_look_for_what_has_changed_passes_so_many_records_and_no_more() throws SQLException {
        log.record(Said.founded("lago", "Lago", "2019"));
        log.record(Said.founded("pathway", "Pathway", "2020"));
        Cursor now = head();

        List<ListedCompany> passed =
                readModel.inSnapshot(snapshot ->
                        snapshot.companies().listed(Optional.empty(), Optional.of(now), 1));

        assertThat(passed).singleElement().matches(record -> !record.hasChanged());
    }

    @Test
    void it_asks_whether_to_go_on_though_it_gives_nothing() throws SQLException {
        log.record(Said.sameAs("one-more", "one"));

        export(Optional.of(head()));

        assertThat(anew + facts).isZero();
        assertThat(asked).isGreaterThanOrEqualTo(2);
    }

    private static List<String> copiesOfOne() {
        return IntStream.range(0, COPIES).mapToObj(n -> Said.sameAs("copy-" + n, "one")).toList();
    }

    private Cursor head() {
        return readModel.inSnapshot(snapshot -> snapshot.log().cursor());
    }

    private void export(Optional<Cursor> since) {
        readModel.inLongSnapshot(snapshot -> {
            TimelineExport.read(counted(Snapshot.class, snapshot), since, taker);
            return snapshot;
        });
    }

    /// The same, of which all lists of `same-as` are counted.
    private <T> T counted(Class<T> type, T counted) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                Object answer = method.invoke(counted, arguments);
                                if (method.getName().equals("sameAs")
                                        && answer instanceof Collection<?> edges) {
                                    edgesRead += edges.size();
                                }
                                return answer instanceof CompanyIndex index
                                        ? counted(CompanyIndex.class, index)
                                        : answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
