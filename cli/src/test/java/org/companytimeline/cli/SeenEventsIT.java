package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.companytimeline.cli.SeenEvents.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenEventsIT {
    @TempDir private Path folder;

    @Test
    void an_event_is_told_from_its_repetition_from_another_content_and_from_another_company()
            throws IOException {
        try (var seen = new SeenEvents(folder)) {
            seen.put(event("acme", 1, "a"), 7);

            var again = seen.put(event("acme", 1, "a"), 8);
            var otherwise = seen.put(event("acme", 1, "b"), 9);
            var elsewhere = seen.put(event("other", 1, "b"), 10);

            assertThat(again).isEqualTo(new Seen.Again(7));
            assertThat(otherwise).isEqualTo(new Seen.Otherwise(7));
            assertThat(elsewhere).isEqualTo(new Seen.First());
            assertThat(seen.lineOf("acme", id(1).toString())).isEqualTo(7);
            assertThat(seen.lineOf("acme", id(2).toString())).isZero();
        }
    }

    @Test
    void a_forgotten_event_counts_as_new_with_whatever_content() throws IOException {
        try (var seen = new SeenEvents(folder)) {
            seen.put(event("acme", 1, "a"), 7);

            seen.forget("acme", id(1).toString());

            assertThat(seen.lineOf("acme", id(1).toString())).isZero();
            assertThat(seen.put(event("acme", 1, "b"), 8)).isEqualTo(new Seen.First());
            assertThat(seen.put(event("acme", 1, "b"), 9)).isEqualTo(new Seen.Again(8));
        }
    }

    @Test
    void none_is_lost_when_the_table_grows_and_no_file_stays() throws IOException {
        var many = 200_000;
        try (var seen = new SeenEvents(folder)) {
            for (int i = 1; i <= many; i++) {
                seen.put(event("acme", i, "a"), i);
            }

            for (int i = 1; i <= many; i++) {
                assertThat(seen.put(event("acme", i, "a"), many + i)).isEqualTo(new Seen.Again(i));
            }
        }

        assertThat(folder).isEmptyDirectory();
    }

    private static RowEvent event(String company, int number, String content) {
        return new RowEvent(
                company, id(number), content.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
