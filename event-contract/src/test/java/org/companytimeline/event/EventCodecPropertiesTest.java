package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventCodecPropertiesTest {

    private static final Position POSITION = new Position(11, 123_456_789_012L);
    private static final Instant RECORDED_AT = Instant.parse("2025-03-04T05:06:07.008Z");

    @Provide
    Arbitrary<Event> events() {
        return AnyEvents.events();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anEventIsTheSameAfterItsWayThroughTheLog(@ForAll("events") Event event) {
        Decoded decoded = EventCodec.decode(EventCodec.encode(event));

        assertThat(decoded).isEqualTo(new Decoded.Known(event));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aRecordedEventIsReadBackAndCanBePostedAgain(@ForAll("events") Event event) {
        byte[] json = EventCodec.recorded(new Decoded.Known(event), POSITION, RECORDED_AT);

        assertThat(EventCodec.readRecorded(json))
                .isEqualTo(new RecordedEvent(event, POSITION, RECORDED_AT));
        assertThat(
                        EventCodec.decodePosted(
                                json, new PostedDefaults(new UUID(0, 0), "urn:other", true)))
                .isEqualTo(new Decoded.Known(event));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void contentHashLooksAtWhatIsSaidAndNotHowItIsWritten(
            @ForAll("events") Event event, @ForAll Random random) throws IOException {
        byte[] original = EventCodec.contentHash(new Decoded.Known(event));

        byte[] rewritten =
                EventCodec.contentHash(
                        EventCodec.decode(
                                CloudEventBuilder.from(EventCodec.encode(event))
                                        .withId(new UUID(random.nextLong(), 0).toString())
                                        .withTime(null)
                                        .withData(
                                                rewritten(data(event), random)
                                                        .toPrettyString()
                                                        .getBytes(UTF_8))
                                        .build()));

        assertThat(rewritten).isEqualTo(original);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void contentHashOfAnUnknownEventDoesNotLookAtHowItIsWritten(
            @ForAll("events") Event event, @ForAll Random random) throws IOException {
        ObjectNode data = data(event);

        byte[] original = EventCodec.contentHash(unknown(data));
        byte[] rewritten =
                EventCodec.contentHash(unknown((ObjectNode) withShuffledKeys(data, random)));

        assertThat(rewritten).isEqualTo(original);
        assertThat(original).hasSize(32);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anUnknownEventHasTheHashItWillHaveWhenItsTypeIsKnown(@ForAll("events") Event event)
            throws IOException {
        Assume.that(!event.operator());
        Decoded.Unknown unknown =
                new Decoded.Unknown(
                        event.id(),
                        EventType.of(event.details()).cloudEventType(),
                        event.publisher(),
                        event.company().id(),
                        event.time(),
                        data(event));

        assertThat(EventCodec.contentHash(unknown))
                .isEqualTo(EventCodec.contentHash(new Decoded.Known(event)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noBytesAreAFaultOfOurs(@ForAll byte[] bytes) {
        Decoded decoded =
                EventCodec.decodePosted(
                        bytes, new PostedDefaults(new UUID(0, 0), "urn:other", false));

        assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
    }

    private static Decoded.Unknown unknown(ObjectNode data) {
        return new Decoded.Unknown(
                new UUID(1, 2),
                "org.companytimeline.exploded.v1",
                "urn:other",
                new CompanyId("a"),
                null,
                data);
    }

    private static ObjectNode data(Event event) throws IOException {
        CloudEventData data = Objects.requireNonNull(EventCodec.encode(event).getData());
        return (ObjectNode) StrictJson.MAPPER.readTree(data.toBytes());
    }

    /// The same said with other white space, key order, trailing zeros and spelled-out defaults.
    private static JsonNode rewritten(ObjectNode data, Random random) {
        if (data.path("status").asText().equals("reported")) {
            data.remove("status");
        }
        return withTrailingZeros(withShuffledKeys(data, random));
    }

    private static JsonNode withShuffledKeys(JsonNode json, Random random) {
        if (json.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> items.add(withShuffledKeys(item, random)));
            return items;
        }
        if (!json.isObject()) {
            return json;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(json.properties());
        Collections.shuffle(members, random);
        ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
        members.forEach(member ->
                shuffled.set(member.getKey(), withShuffledKeys(member.getValue(), random)));
        return shuffled;
    }

    private static JsonNode withTrailingZeros(JsonNode json) {
        for (String name : List.of("amount", "min", "max")) {
            String amount = json.path(name).asText("");
            if (json instanceof ObjectNode money && amount.matches("[0-9]+(\\.[0-9]{1,4})?")) {
                money.put(name, amount.contains(".") ? amount + "0" : amount + ".00");
            }
        }
        if (json instanceof ObjectNode event && event.path("confidence").isNumber()) {
            BigDecimal confidence = event.path("confidence").decimalValue();
            event.put("confidence", confidence.setScale(confidence.scale() + 3));
        }
        json.forEach(EventCodecPropertiesTest::withTrailingZeros);
        return json;
    }
}
