package org.companytimeline.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepresentationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|PAGE",
                "application/*|PAGE",
                "text/*|SSE",
                "text/event-stream|SSE",
                "application/x-ndjson|NDJSON",
                "application/json, text/event-stream|PAGE",
                "application/json;q=0.8, text/event-stream;q=0.9|SSE",
                "*/*;q=0.9, application/json;q=0.1|SSE",
                "*/*, application/json;q=0, text/event-stream;q=0|NDJSON",
                "text/event-stream;charset=utf-8|SSE",
                "application/xml|none",
                "*/*;q=0|none",
            })
    void the_range_that_fits_best_says_how_much_each_is_preferred(String accept, String expected) {
        List<MediaType> ranges =
                Arrays.stream(accept.split(",", -1))
                        .map(String::strip)
                        .map(MediaType::valueOf)
                        .toList();

        var preferred = Representation.of(ranges);

        assertThat(preferred.map(Enum::name).orElse("none")).isEqualTo(expected);
    }
}
