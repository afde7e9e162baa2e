package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final PostedDefaults DEFAULTS =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", false);

    private static final String RELOCATED =
            """
            {"type": "relocated",
             "company": {"id": "pathway", "name": "Pathway"},
             "when": {"edtf": "2024-11~/2024-12~", "text": "at the end of last year", "anchor": "2025~"},
             "details": {"from": {"city": "Paris", "country": "FR"},
                         "to": {"city": "Menlo Park", "region": "US-CA", "country": "US"}},
             "sources": [{"title": "…", "url": "https://a.example/x?y=%20#z", "published": "2025~", "kind": "press"}]}
            """;

    @Test
    void anEventIsTheSameAfterItsWayThroughTheLog() {
        Event posted = posted(RELOCATED);

        Decoded decoded = EventCodec.decode(EventCodec.encode(posted));

        assertThat(decoded).isEqualTo(new Decoded.Known(posted));
    }

    @Test
    void aRecordedEventIsReadBack() {
        RecordedEvent recorded =
                new RecordedEvent(
                        posted(RELOCATED),
                        new Position(3, 1045),
                        Instant.parse("2025-01-01T00:00:00.120Z"));

        byte[] json =
                EventCodec.recorded(
                        new Decoded.Known(recorded.event()),
                        recorded.position(),
                        recorded.recordedAt());

        assertThat(EventCodec.readRecorded(json)).isEqualTo(recorded);
        assertThat(new String(json, UTF_8))
                .startsWith(
                        """
                        {"id":"00000000-0000-0001-0000-000000000002","type":"relocated",\
                        "publisher":"https://newsroom.example","position":"3:1045",\
                        "recordedAt":"2025-01-01T00:00:00.120Z","company":{"id":"pathway",\
                        """);
    }

    @Test
    void aCloudEventCarriesTypeSubjectIdAndSource() {
        CloudEvent encoded = EventCodec.encode(posted(RELOCATED));

        assertThat(encoded.getType()).isEqualTo("org.companytimeline.relocated.v1");
        assertThat(encoded.getSubject()).isEqualTo("pathway");
        assertThat(encoded.getId()).isEqualTo("00000000-0000-0001-0000-000000000002");
        assertThat(encoded.getSource()).hasToString("https://newsroom.example");
        assertThat(encoded.getDataContentType()).isEqualTo("application/json");
        assertThat(encoded.getTime()).isNull();
    }

    @Test
    void everyFaultIsFoundAtOnce() {
        Decoded decoded =
                EventCodec.decodePosted(
                        """
                        {"type": "funded", "company": {"id": "Pathway!"}, "status": "sure",
                         "details": {"rond": "seed", "money": {"amount": 5, "currency": "EURO"}},
                         "sources": []}
                        """
                                .getBytes(UTF_8),
                        DEFAULTS);

        assertThat(((Decoded.Malformed) decoded).readable()).isTrue();
        assertThat(((Decoded.Malformed) decoded).faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/company/id",
                        "/when",
                        "/status",
                        "/details/rond",
                        "/details/round",
                        "/details/money/amount",
                        "/details/money/currency",
                        "/sources");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.10",
                "-1.5e-7",
                "1e999999999",
                "1E-400",
                "123456789012345678901234567890123456789012345678901234567890e30",
                "-123456789012345678901234567890123456789012345678901234567890e39",
                "-0.000000000000000000000000000000000000000000000000123456789e-5"
            })
    void aNumberInACorrectionIsReadBackFromTheLog(String number) {
        Event posted =
                posted(
                        """
                        {"type": "corrected", "company": {"id": "pathway"},
                         "details": {"target": "4d874153-6328-527d-ae98-e6ce54b4a617",
                                     "change": {"details": {"percent": %s}}},
                         "sources": [{"title": "…"}]}
                        """
                                .formatted(number));

        Decoded decoded = EventCodec.decode(EventCodec.encode(posted));

        CompanyEvent.Corrected corrected =
                (CompanyEvent.Corrected) ((Decoded.Known) decoded).event().details();
        assertThat(corrected.change().at("/details/percent").decimalValue())
                .isEqualByComparingTo(new BigDecimal(number));
    }

    private static Event posted(String json) {
        Decoded decoded = EventCodec.decodePosted(json.getBytes(UTF_8), DEFAULTS);
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        return ((Decoded.Known) decoded).event();
    }
}
