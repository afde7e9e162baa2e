package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

    private static final String ID = "4d874153-6328-527d-ae98-e6ce54b4a617";
    private static final String DATA =
            """
            {"company":{"id":"pathway"},"when":"2020","details":{"place":{"city":"Paris"}},\
            "sources":[{"title":"A press article"}]}\
            """;
    private static final Position POSITION = new Position(3, 1045);
    private static final Instant RECORDED_AT = Instant.parse("2025-03-04T05:06:07.008Z");

    @Test
    void attributesGiveIdTypePublisherAndTime() {
        CloudEvent event =
                good().withTime(OffsetDateTime.parse("2025-01-01T01:00:00.1239+01:00")).build();

        Decoded decoded = EventCodec.decode(event);

        Event known = ((Decoded.Known) decoded).event();
        assertThat(known.id()).hasToString(ID);
        assertThat(known.details()).isInstanceOf(CompanyEvent.Founded.class);
        assertThat(known.publisher()).isEqualTo("https://newsroom.example");
        assertThat(known.time()).isEqualTo("2025-01-01T00:00:00.123Z");
    }

    @Test
    void otherAttributesAreIgnored() {
        CloudEvent event =
                good().withDataSchema(URI.create("https://schemas.example/7"))
                        .withDataContentType("application/json; charset=utf-8")
                        .withExtension("traceparent", "00-1-2-03")
                        .build();

        assertThat(EventCodec.decode(event)).isEqualTo(EventCodec.decode(good().build()));
    }

    @Test
    void aStructuredEventIsReadLikeABinaryOne() {
        byte[] structured = new JsonFormat().serialize(good().build());

        Decoded decoded = EventCodec.decode(new JsonFormat().deserialize(structured));

        assertThat(decoded).isEqualTo(EventCodec.decode(good().build()));
    }

    @Test
    void dataMayRepeatTheAttributes() {
        String repeating =
                "{\"type\":\"founded\",\"id\":\""
                        + ID
                        + "\",\"publisher\":\"https://newsroom.example\","
                        + DATA.substring(1);

        Decoded decoded = EventCodec.decode(good().withData(repeating.getBytes(UTF_8)).build());

        assertThat(decoded).isEqualTo(EventCodec.decode(good().build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"closed\"",
                "\"id\":\"00000000-0000-0000-0000-000000000000\"",
                "\"publisher\":\"https://b.example\"",
                "\"publisher\":7"
            })
    void dataMayNotContradictTheAttributes(String member) {
        String contradicting = "{" + member + "," + DATA.substring(1);

        Decoded decoded = EventCodec.decode(good().withData(contradicting.getBytes(UTF_8)).build());

        String name = member.substring(1, member.indexOf('"', 1));
        assertThat(((Decoded.Malformed) decoded).faults())
                .extracting(Fault::pointer)
                .containsExactly("/" + name);
    }

    @Test
    void aSubjectThatIsNotTheCompanyIsMalformed() {
        Decoded decoded = EventCodec.decode(good().withSubject("lago").build());

        assertThat(((Decoded.Malformed) decoded).faults())
                .extracting(Fault::pointer)
                .containsExactly("/company/id");
    }

    @Test
    void everyBadAttributeIsNamed() {
        CloudEvent event =
                CloudEventBuilder.v1()
                        .withId("17")
                        .withSource(URI.create("newsroom"))
                        .withType("org.companytimeline.founded.v1")
                        .withTime(OffsetDateTime.parse("0017-01-01T00:00:00Z"))
                        .withData("text/plain", DATA.getBytes(UTF_8))
                        .build();

        Decoded decoded = EventCodec.decode(event);

        assertThat(((Decoded.Malformed) decoded).faults())
                .extracting(Fault::detail)
                .map(detail -> detail.replaceAll("the CloudEvent's (\\w+).*", "$1"))
                .containsExactlyInAnyOrder("id", "source", "subject", "time", "datacontenttype");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.example.founded.v1",
                "founded",
                "org.companytimeline.founded",
                "org.companytimeline.founded.v0",
                "org.companytimeline..v1",
                "org.companytimeline.Founded.v1"
            })
    void aTypeThatIsNotOursIsMalformed(String type) {
        Decoded decoded = EventCodec.decode(good().withType(type).build());

        assertThat(((Decoded.Malformed) decoded).readable()).isTrue();
    }

    @Test
    void dataThatIsNoJsonIsUnreadable() {
        Decoded decoded = EventCodec.decode(good().withData(new byte[] {(byte) 0xC3}).build());

        assertThat(((Decoded.Malformed) decoded).readable()).isFalse();
    }

    @Test
    void anEventWithoutDataIsMalformed() {
        Decoded decoded = EventCodec.decode(good().withoutData().build());

        assertThat(((Decoded.Malformed) decoded).faults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.companytimeline.exploded.v1", "org.companytimeline.founded.v2"})
    void aTypeOrVersionOfTheFutureIsKeptAsItIs(String type) {
        String data = "{\"b\":1.500,\"a\":[null,{\"c\":\"\\u0000\"}]}";

        Decoded decoded =
                EventCodec.decode(good().withType(type).withData(data.getBytes(UTF_8)).build());

        Decoded.Unknown unknown = (Decoded.Unknown) decoded;
        assertThat(unknown.type()).isEqualTo(type);
        assertThat(unknown.company()).isEqualTo(new CompanyId("pathway"));
        assertThat(unknown.data()).hasToString(data);
    }

    @Test
    void anUnknownEventWithoutSubjectIsMalformed() {
        Decoded decoded =
                EventCodec.decode(
                        good().withType("org.companytimeline.exploded.v1")
                                .withSubject(null)
                                .build());

        assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void anUnknownEventIsRecordedAsItIs() {
        Decoded.Unknown unknown =
                unknown("org.companytimeline.exploded.v1", "{\"why\":0.10,\"position\":7}");

        String recorded = new String(EventCodec.recorded(unknown, POSITION, RECORDED_AT), UTF_8);

        assertThat(recorded)
                .isEqualTo(
                        """
                        {"id":"%s","type":"exploded","publisher":"urn:other","position":"3:1045",\
                        "recordedAt":"2025-03-04T05:06:07.008Z","why":0.10,\
                        "company":{"id":"pathway"}}\
                        """
                                .formatted(ID));
    }

    @Test
    void anotherVersionIsRecordedWithItsTypeInFull() {
        Decoded.Unknown unknown = unknown("org.companytimeline.founded.v2", "{\"company\":7}");

        String recorded = new String(EventCodec.recorded(unknown, POSITION, RECORDED_AT), UTF_8);

        assertThat(recorded)
                .contains("\"type\":\"org.companytimeline.founded.v2\"")
                .endsWith("\"company\":7}");
    }

    @Test
    void whatIsNoRecordedEventIsNotReadBack() {
        Decoded.Unknown unknown = unknown("org.companytimeline.exploded.v1", "{}");
        byte[] recorded = EventCodec.recorded(unknown, POSITION, RECORDED_AT);

        assertThatThrownBy(() -> EventCodec.readRecorded(recorded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exploded");
        assertThatThrownBy(() -> EventCodec.readRecorded("x".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventCodec.readRecorded(DATA.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsMalformedHasNoHashAndIsNotRecorded() {
        Decoded malformed =
                new Decoded.Malformed(false, List.of(new Fault("", "is empty", List.of())));

        assertThatThrownBy(() -> EventCodec.contentHash(malformed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventCodec.recorded(malformed, POSITION, RECORDED_AT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contentHashDiffersWithPublisherTypeAndData() {
        List<CloudEvent> events =
                List.of(
                        good().build(),
                        good().withSource(URI.create("https://b.example")).build(),
                        good().withType("org.companytimeline.founded.v2").build(),
                        good().withData(DATA.replace("2020", "2021").getBytes(UTF_8)).build());

        assertThat(events)
                .map(event ->
                        UUID.nameUUIDFromBytes(EventCodec.contentHash(EventCodec.decode(event))))
                .doesNotHaveDuplicates();
    }

    private static Decoded.Unknown unknown(String type, String data) {
        CloudEvent event =
                good().withType(type)
                        .withSource(URI.create("urn:other"))
                        .withData(data.getBytes(UTF_8))
                        .build();
        return (Decoded.Unknown) EventCodec.decode(event);
    }

    private static CloudEventBuilder good() {
        return CloudEventBuilder.v1()
                .withId(ID)
                .withSource(URI.create("https://newsroom.example"))
                .withType("org.companytimeline.founded.v1")
                .withSubject("pathway")
                .withData("application/json", DATA.getBytes(UTF_8));
    }
}
