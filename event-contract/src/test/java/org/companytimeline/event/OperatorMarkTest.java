package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorMarkTest {

    private static final PostedDefaults OPERATOR =
            new PostedDefaults(new UUID(1, 2), "urn:operator", true);
    private static final PostedDefaults PUBLISHER =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", false);

    @Test
    void theLogCarriesItAsAnExtensionThatIsLeftOutWhereItIsFalse() {
        Event event = event(retracted());

        CloudEvent marked = EventCodec.encode(event.byOperator());
        CloudEvent unmarked = EventCodec.encode(event);

        assertThat(marked.getExtension("operator")).isEqualTo(true);
        assertThat(unmarked.getExtensionNames()).isEmpty();
        assertThat(marked.getData()).isEqualTo(unmarked.getData());
    }

    @Test
    void aRecordedEventShowsItAfterItsPublisher() {
        Event event = event(retracted()).byOperator();

        byte[] recorded =
                EventCodec.recorded(new Decoded.Known(event), new Position(3, 1045), Instant.EPOCH);

        assertThat(new String(recorded, UTF_8))
                .contains("\"publisher\":\"urn:operator\",\"operator\":true,\"position\"");
        assertThat(EventCodec.readRecorded(recorded).event()).isEqualTo(event);
    }

    @Test
    void itIsPartOfWhatAnEventSays() {
        Event event = event(retracted());

        byte[] marked = EventCodec.contentHash(new Decoded.Known(event.byOperator()));

        assertThat(marked).isNotEqualTo(EventCodec.contentHash(new Decoded.Known(event)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void headersCarryItAsText(String text) {
        CloudEvent event = withExtension(text);

        Decoded decoded = EventCodec.decode(event);

        assertThat(((Decoded.Known) decoded).event().operator())
                .isEqualTo(Boolean.parseBoolean(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRUE", "1", "yes"})
    void anExtensionThatIsNeitherTrueNorFalseIsMalformed(String text) {
        Decoded decoded = EventCodec.decode(withExtension(text));

        assertThat(((Decoded.Malformed) decoded).faults())
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains("operator must be true or left out");
    }

    @Test
    void theDataCannotGiveItselfTheMark() {
        byte[] data = bytes(retracted().put("operator", true));
        CloudEvent event =
                CloudEventBuilder.from(EventCodec.encode(event(retracted())))
                        .withData(data)
                        .build();

        Decoded decoded = EventCodec.decode(event);

        assertThat(((Decoded.Malformed) decoded).faults())
                .extracting(Fault::pointer)
                .containsExactly("/operator");
    }

    @Test
    void anUnknownEventKeepsToItselfWhatItsExtensionMeans() {
        CloudEvent event =
                CloudEventBuilder.from(withExtension("perhaps"))
                        .withType("org.companytimeline.exploded.v1")
                        .build();

        assertThat(EventCodec.decode(event)).isInstanceOf(Decoded.Unknown.class);
    }

    static List<EventType> claims() {
        return EventType.all().stream().filter(type -> !type.isAnnotation()).toList();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aClaimCannotBearIt(EventType type) {
        ObjectNode marked = type.example().put("operator", true);

        Decoded decoded = EventCodec.decodePosted(bytes(marked), OPERATOR);

        assertThat(((Decoded.Malformed) decoded).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/operator");
                    assertThat(fault.detail())
                            .contains("corrected, retracted, confirmed, disputed");
                });
    }

    @ParameterizedTest
    @MethodSource("claims")
    void falseSaysTheSameAsNothing(EventType type) {
        ObjectNode unmarked = type.example().put("operator", false);

        Decoded decoded = EventCodec.decodePosted(bytes(unmarked), PUBLISHER);

        assertThat(decoded).isEqualTo(EventCodec.decodePosted(bytes(type.example()), PUBLISHER));
    }

    @Test
    void onlyWhoHasTheScopeCanGiveItInADocument() {
        byte[] marked = bytes(retracted().put("operator", true));

        Decoded byOperator = EventCodec.decodePosted(marked, OPERATOR);
        Decoded byPublisher = EventCodec.decodePosted(marked, PUBLISHER);

        assertThat(((Decoded.Known) byOperator).event().operator()).isTrue();
        assertThat(((Decoded.Malformed) byPublisher).faults())
                .extracting(Fault::pointer)
                .containsExactly("/operator");
    }

    private static ObjectNode retracted() {
        return EventType.named("retracted").orElseThrow().example();
    }

    private static CloudEvent withExtension(String text) {
        return CloudEventBuilder.from(EventCodec.encode(event(retracted())))
                .withExtension("operator", text)
                .build();
    }

    private static Event event(ObjectNode json) {
        return ((Decoded.Known) EventCodec.decodePosted(bytes(json), OPERATOR)).event();
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(UTF_8);
    }
}
