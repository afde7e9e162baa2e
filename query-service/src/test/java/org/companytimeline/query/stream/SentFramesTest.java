package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventSum;
import org.companytimeline.query.view.LogState;
import org.junit.jupiter.api.Test;

/// What a browser makes of the frames that are sent.
class SentFramesTest {

    /// Bodies with what ends lines, hides, or steers somewhere; none of it may do so here.
    private static final List<String> BODIES =
            List.of(
                    "{}",
                    " {\"a\": 1}",
                    "{\r\n\"a\":\n1\r,\n\n\"data\": \": x\"}",
                    "\n\nevent: heartbeat\nid: forged\n\ndata: forged\n\n",
                    ": no comment",
                    "id: no cursor\r\rretry: 1",
                    "{\"a\": \"\u2028 \u2029 \u0085 \u000b \u000c\"}",
                    "\uFEFF{\"a\": \"\uFEFF\"}",
                    "{\"a\": \"\0\"}",
                    "{\"a\": \"\uD83D\uDE80 é \u202e\"}",
                    "{\"a\": \"" + "long ".repeat(200_000) + "\"}");

    @Test
    void each_body_comes_as_one_message_with_its_cursor_however_the_bytes_are_cut() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        List<SseParser.Message> expected = new ArrayList<>();
        for (String body : BODIES) {
            String cursor = cursor(expected.size()).toString();
            StreamFormat.SSE.event(sent, cursor, body.getBytes(StandardCharsets.UTF_8));
            expected.add(
                    new SseParser.Message(
                            "message", body.replace('\n', ' ').replace('\r', ' '), cursor));
        }

        assertThat(parsed(sent.toByteArray(), new SseParser())).isEqualTo(expected);
    }

    @Test
    void a_heartbeat_has_its_name_its_cursor_and_at_the_end_the_time_to_come_again() {
        String state = StreamFormat.state(cursor(2), new EventSum());
        SseParser parser = new SseParser();
        String frames =
                StreamFormat.SSE.heartbeat(cursor(1), state)
                        + StreamFormat.SSE.farewell(cursor(2), state, Duration.ofMillis(1_234));

        List<SseParser.Message> heartbeats =
                parsed(frames.getBytes(StandardCharsets.UTF_8), parser);

        assertThat(heartbeats)
                .containsExactly(
                        new SseParser.Message("heartbeat", state, cursor(1).toString()),
                        new SseParser.Message("heartbeat", state, cursor(2).toString()));
        assertThat(parser.retry()).isEqualTo("1234");
    }

    private static List<SseParser.Message> parsed(byte[] bytes, SseParser parser) {
        Random cuts = new Random(1);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + cuts.nextInt(50));
            parser.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return parser.take();
    }

    private static Cursor cursor(long nextOffset) {
        TreeMap<Integer, Long> offsets = new TreeMap<>();
        offsets.put(0, nextOffset);
        return LogState.of("cluster", "topic", 1, false, offsets).cursor();
    }
}
