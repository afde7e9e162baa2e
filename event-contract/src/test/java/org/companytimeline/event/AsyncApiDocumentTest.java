package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The description of the topic tells what the codec writes there.
class AsyncApiDocumentTest {

    private static final String FILE = "org/companytimeline/event/asyncapi.yaml";
    private static final int MUTATED_DOCUMENTS_A_TYPE = 200;

    private static final PostedDefaults OPERATOR =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", true);

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode DOCUMENT = document();

    static List<EventType> types() {
        return EventType.all();
    }

    @Test
    void itIsAnAsyncApiDocument() throws IOException {
        Schema asyncApi;
        try (InputStream schema = resource("asyncapi/asyncapi-3.0.0.json")) {
            asyncApi =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(schema, InputFormat.JSON);
        }

        assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(asyncApi.validate(DOCUMENT)).isEmpty();
    }

    @Test
    void everyEventTypeIsAMessageOfTheTopicAndNothingElse() {
        Map<String, String> names = new TreeMap<>();
        Map<String, String> references = new TreeMap<>();
        for (EventType type : EventType.all()) {
            names.put(type.name(), type.cloudEventType());
            references.put(type.name(), "#/components/messages/" + type.name());
        }

        assertThat(texts("/components/messages", "name")).isEqualTo(names);
        assertThat(texts("/channels/company-events/messages", "$ref")).isEqualTo(references);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        List<String> references = DOCUMENT.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(EventType.all().size());
        for (String reference : references) {
            int hash = reference.indexOf('#');
            JsonNode target = DOCUMENT;
            if (hash > 0) {
                try (InputStream file =
                        resource("org/companytimeline/event/" + reference.substring(0, hash))) {
                    target = StrictJson.MAPPER.readTree(file);
                }
            }
            assertThat(target.at(reference.substring(hash + 1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theDataIsTheShortFormWithoutWhatTheHeadersSay(EventType type) {
        JsonNode payload = message(type).at("/payload/schema");
        Set<String> members = names(type.schema().path("properties"));
        members.removeAll(
                Set.of("type", "id", "publisher", "time", "operator", "position", "recordedAt"));

        assertThat(names(payload.path("properties"))).isEqualTo(members);
        assertThat(payload.path("required").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(
                        type.schema()
                                .path("required")
                                .valueStream()
                                .map(JsonNode::asText)
                                .filter(members::contains)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatTheCodecWritesIsAsDescribed(EventType type) throws IOException {
        Schema headers = schema(type, "headers");
        Schema payload = schema(type, "payload/schema");
        List<Event> events = events(type);

        assertThat(events).hasSizeGreaterThan(5);
        for (Event event : events) {
            ProducerRecord<String, byte[]> written =
                    KafkaMessageFactory.<String>createWriter("company-events", "key")
                            .writeBinary(EventCodec.encode(event));
            ObjectNode attributes = StrictJson.MAPPER.createObjectNode();
            for (Header header : written.headers()) {
                attributes.put(header.key(), new String(header.value(), UTF_8));
            }
            assertThat(headers.validate(attributes)).as("%s", attributes).isEmpty();
            JsonNode data = StrictJson.MAPPER.readTree(written.value());
            assertThat(payload.validate(data)).as("%s", data).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void anotherTypesRecordIsNotAsDescribed(EventType type) throws IOException {
        EventType other =
                EventType.all().get((EventType.all().indexOf(type) + 1) % EventType.all().size());
        ObjectNode attributes = StrictJson.MAPPER.createObjectNode();
        attributes.put("ce_specversion", "1.0");
        attributes.put("ce_id", new UUID(1, 2).toString());
        attributes.put("ce_source", "https://newsroom.example");
        attributes.put("ce_subject", "pathway");
        attributes.put("content-type", "application/json");

        attributes.put("ce_type", type.cloudEventType());
        assertThat(schema(type, "headers").validate(attributes)).isEmpty();
        attributes.put("ce_type", other.cloudEventType());
        assertThat(schema(type, "headers").validate(attributes)).isNotEmpty();
        assertThat(schema(type, "payload/schema").validate(other.example())).isNotEmpty();
    }

    /// The approved example and what is good of its mutations.
    private static List<Event> events(EventType type) {
        Mutations mutations = new Mutations(type.name().hashCode());
        List<Event> events = new ArrayList<>();
        Stream.concat(
                        Stream.of(type.example()),
                        Stream.generate(() -> mutations.of(type.example()))
                                .limit(MUTATED_DOCUMENTS_A_TYPE))
                .forEach(posted -> {
                    Decoded decoded =
                            EventCodec.decodePosted(posted.toString().getBytes(UTF_8), OPERATOR);
                    if (decoded instanceof Decoded.Known known
                            && EventType.of(known.event().details()).equals(type)) {
                        events.add(known.event());
                    }
                });
        return events;
    }

    private static JsonNode message(EventType type) {
        return DOCUMENT.path("components").path("messages").path(type.name());
    }

    private static Schema schema(EventType type, String part) {
        return SCHEMAS.getSchema(
                SchemaLocation.of(
                        "classpath:" + FILE + "#/components/messages/" + type.name() + '/' + part));
    }

    private static Map<String, String> texts(String pointer, String member) {
        Map<String, String> texts = new TreeMap<>();
        DOCUMENT.at(pointer)
                .properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().path(member).asText()));
        return texts;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode document() {
        try (InputStream file = resource(FILE)) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException("Could not read " + FILE, e);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = AsyncApiDocumentTest.class.getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("There is no " + name);
        }
        return stream;
    }
}
