package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApprovedExamplesTest {

    private static final PostedDefaults DEFAULTS =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", false);

    static List<EventType> types() {
        return EventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anApprovedExampleSaysAllThatItsNormalFormSays(EventType type) throws IOException {
        ObjectNode example = type.example();

        ObjectNode data = (ObjectNode) StrictJson.MAPPER.readTree(data(event(example)));

        example.remove("type");
        PostedWords.resolve(example, new FaultList());
        if (!example.has("status")) {
            example.put("status", "reported");
        }
        if (example.path("when").isTextual()) {
            example.putObject("when").put("edtf", type.example().path("when").textValue());
        }
        assertThat(data).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theLogHoldsAnApprovedExampleInItsApprovedBytes(EventType type) throws IOException {
        Event event = event(type.example());

        String data = new String(data(event), UTF_8);

        String hash = HexFormat.of().formatHex(EventCodec.contentHash(new Decoded.Known(event)));
        Approved.check(
                "src/test/resources/org/companytimeline/event/" + type.name() + ".v1.data.txt",
                data + "\n" + hash + "\n");
    }

    @ParameterizedTest
    @MethodSource("types")
    void anApprovedExampleIsTheSameAfterItsWayThroughTheLog(EventType type) {
        Event event = event(type.example());

        Decoded decoded = EventCodec.decode(EventCodec.encode(event));

        assertThat(decoded).isEqualTo(new Decoded.Known(event));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaIsTheApprovedOne(EventType type) throws IOException {
        String schema = EventSchemas.print(EventSchemas.of(type));

        Approved.check(
                "src/main/resources/org/companytimeline/event/" + type.name() + ".v1.schema.json",
                schema);
    }

    private static Event event(ObjectNode json) {
        Decoded decoded = EventCodec.decodePosted(json.toString().getBytes(UTF_8), DEFAULTS);
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        return ((Decoded.Known) decoded).event();
    }

    private static byte[] data(Event event) {
        CloudEvent encoded = EventCodec.encode(event);
        CloudEventData data = Objects.requireNonNull(encoded.getData());
        return data.toBytes();
    }
}
