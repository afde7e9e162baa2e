package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.companytimeline.event.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoicesTest {

    @Test
    void ten_copies_of_one_story_are_one_voice() {
        List<Source> copies =
                IntStream.range(0, 10)
                        .mapToObj(i -> source("The story", "Paper " + i, null))
                        .toList();

        assertThat(Voices.count(copies)).isEqualTo(1);
    }

    @Test
    void two_stories_of_one_publisher_are_one_voice() {
        Source one = source("One", "The Gazette", null);
        Source other = source("Two", "the gazette", null);

        assertThat(Voices.count(List.of(one, other))).isEqualTo(1);
    }

    @Test
    void where_no_publisher_is_given_the_host_stands_for_it() {
        Source one = source("One", null, "https://gazette.example/1");
        Source other = source("Two", null, "https://gazette.example/2");
        Source third = source("Three", null, "https://courier.example/3");

        assertThat(Voices.count(List.of(one, other, third))).isEqualTo(2);
    }

    @Test
    void two_voices_become_one_by_a_source_that_is_both() {
        Source gazette = source("One", "Gazette", null);
        Source courier = source("Two", "Courier", null);
        Source reprint = source("Two", "Gazette", null);

        assertThat(Voices.count(List.of(gazette, courier))).isEqualTo(2);
        assertThat(Voices.count(List.of(gazette, courier, reprint))).isEqualTo(1);
    }

    @Test
    void copies_at_one_address_are_one_voice_however_readers_came_there() {
        List<Source> copies =
                List.of(
                        source("One", "A", "https://www.gazette.example/story/7?utm_source=a"),
                        source("Two", "B", "http://Gazette.example/story/7/#top"),
                        source("Three", "C", "https://gazette.example/story/7"));

        assertThat(Voices.count(copies)).isEqualTo(1);
        assertThat(Voices.count(List.of(copies.getFirst(), elsewhere()))).isEqualTo(2);
    }

    @Test
    void a_start_page_tells_nothing_of_the_text() {
        Source one = source("One", "A", "https://gazette.example/?p=1");
        Source other = source("Two", "B", "https://gazette.example/?p=2");

        assertThat(Voices.count(List.of(one, other))).isEqualTo(2);
    }

    @Test
    void a_host_stands_for_its_publisher_with_and_without_www() {
        Source one = source("One", null, "https://www.gazette.example/1");
        Source other = source("Two", null, "https://GAZETTE.example/2");

        assertThat(Voices.count(List.of(one, other))).isEqualTo(1);
    }

    @Test
    void titles_of_one_text_differ_in_case_accents_and_punctuation() {
        Source one = source("Café “Mistral” raises: €600m", "A", null);
        Source other = source("CAFE Mistral raises €600m", "B", null);

        assertThat(Voices.count(List.of(one, other))).isEqualTo(1);
    }

    @Test
    void voices_are_numbered_as_they_are_first_heard() {
        List<Source> sources =
                List.of(
                        source("One", "Gazette", null),
                        source("Two", "Courier", null),
                        source("Three", "Herald", null),
                        source("Two", "Gazette", null));

        assertThat(Voices.numbers(sources)).containsExactly(0, 0, 1, 0);
    }

    private static Source elsewhere() {
        return source("Four", "D", "https://gazette.example/story/8");
    }

    private static Source source(
            @Nullable String title, @Nullable String publisher, @Nullable String url) {
        return new Source(title, publisher, url == null ? null : URI.create(url), null, null);
    }
}
