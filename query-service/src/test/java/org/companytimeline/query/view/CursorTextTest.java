package org.companytimeline.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.companytimeline.event.Position;
import org.junit.jupiter.api.Test;

class CursorTextTest {

    private static final LogIdentity LOG = LogIdentity.of("cluster", "topic");

    private final Random random = new Random(7);

    @Test
    void reading_gives_back_what_was_written() {
        for (int i = 0; i < 2_000; i++) {
            Cursor point = new Cursor(LOG, randomOffsets());
            PageCursor page = new PageCursor(point, random.nextInt(), randomKey());

            assertThat(CursorText.readPoint(point.toString())).contains(point);
            assertThat(CursorText.readPage(page.toString())).contains(page);
        }
    }

    @Test
    void a_point_is_no_page_and_a_page_no_point() {
        Cursor point = new Cursor(LOG, List.of(1L, 2L));
        PageCursor page = new PageCursor(point, 5, List.of("a"));

        assertThat(CursorText.readPage(point.toString())).isEmpty();
        assertThat(CursorText.readPoint(page.toString())).isEmpty();
    }

    @Test
    void every_slip_of_one_character_is_noticed() {
        String text =
                new PageCursor(new Cursor(LOG, List.of(1L, 500L, 70_000L)), 5, List.of("é", ""))
                        .toString();

        for (int i = 0; i < text.length(); i++) {
            for (char other : new char[] {'A', 'b', '7', '_', '=', ' ', '\u0000', 'é'}) {
                if (text.charAt(i) != other) {
                    String slip = text.substring(0, i) + other + text.substring(i + 1);
                    assertThat(CursorText.readPage(slip)).isEmpty();
                }
            }
            assertThat(CursorText.readPage(text.substring(0, i))).isEmpty();
        }
        assertThat(CursorText.readPage(text + "A")).isEmpty();
        assertThat(CursorText.readPage(text + "=")).isEmpty();
    }

    @Test
    void noise_reads_as_nothing() {
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            String text = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(noise);

            assertThat(CursorText.readPage(text)).isEmpty();
            assertThat(CursorText.readPoint(text)).isEmpty();
        }
        assertThat(CursorText.readPage("A".repeat(100_000))).isEmpty();
    }

    @Test
    void the_same_point_has_one_text_and_two_logs_have_two() {
        Cursor point = new Cursor(LOG, List.of(3L, 4L));
        Cursor elsewhere = new Cursor(LogIdentity.of("cluster", "other"), List.of(3L, 4L));

        assertThat(point.toString()).isEqualTo(new Cursor(LOG, List.of(3L, 4L)).toString());
        assertThat(point.toString()).isNotEqualTo(elsewhere.toString());
    }

    @Test
    void the_point_just_after_some_changes_includes_them_and_nothing_later() {
        Cursor point = Cursor.justAfter(LOG, Map.of(1, 7L, 3, 0L));

        assertThat(point.nextOffsets()).containsExactly(0L, 8L, 0L, 1L);
        assertThat(point.includes(new Position(1, 7))).isTrue();
        assertThat(point.includes(new Position(1, 8))).isFalse();
        assertThat(point.includes(new Position(0, 0))).isFalse();
        assertThat(point.includes(new Position(9, 0))).isFalse();
        assertThat(point.includesAll(Map.of(1, 7L, 3, 0L))).isTrue();
        assertThat(point.includesAll(Map.of(1, 7L, 2, 0L))).isFalse();
        assertThat(point.isWithin(new Cursor(LOG, List.of(0L, 8L, 0L, 1L)))).isTrue();
        assertThat(point.isWithin(new Cursor(LOG, List.of(9L, 8L, 9L)))).isFalse();
    }

    private List<Long> randomOffsets() {
        List<Long> offsets = new ArrayList<>();
        for (int i = random.nextInt(14); i > 0; i--) {
            offsets.add(random.nextLong(1L << (1 + random.nextInt(61))));
        }
        return offsets;
    }

    private List<String> randomKey() {
        List<String> key = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            key.add("é".repeat(random.nextInt(4)) + random.nextInt());
        }
        return key;
    }
}
