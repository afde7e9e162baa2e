package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.companytimeline.event.shape.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The codec refuses what the schemas refuse, and nothing else but what JSON Schema can't say.
class SchemaAgreementTest {

    private static final int MUTATED_DOCUMENTS_A_TYPE = 400;

    private static final PostedDefaults OPERATOR =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", true);

    private static final Map<String, Schema> SCHEMAS = schemas();

    static List<EventType> types() {
        return EventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anApprovedExampleIsGoodByItsSchema(EventType type) {
        List<Error> errors = schema(type.name()).validate(type.example());

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void codecAndSchemaAgreeOnMutatedExamples(EventType type) {
        Mutations mutations = new Mutations(type.name().hashCode());
        int accepted = 0;
        for (int i = 0; i < MUTATED_DOCUMENTS_A_TYPE; i++) {
            ObjectNode mutated = mutations.of(type.example());

            FaultList faults = new FaultList();
            ObjectNode resolved = mutated.deepCopy();
            PostedWords.resolve(resolved, faults);
            Event event = EventReader.read(resolved, faults);

            List<Error> errors = schemaFor(mutated, type).validate(mutated);
            assertThat(faults.schemaFindsSome())
                    .as("%s\ncodec: %s\nschema: %s", mutated, faults.toList(), errors)
                    .isEqualTo(!errors.isEmpty());
            assertThat(event == null && faults.isEmpty()).as("%s", mutated).isFalse();
            assertThat(EventCodec.decodePosted(mutated.toString().getBytes(UTF_8), OPERATOR))
                    .as("%s", mutated)
                    .isInstanceOf(faults.isEmpty() ? Decoded.Known.class : Decoded.Malformed.class);
            accepted += faults.isEmpty() ? 1 : 0;
        }
        assertThat(accepted)
                .as("good documents among the mutated ones")
                .isBetween(MUTATED_DOCUMENTS_A_TYPE / 20, MUTATED_DOCUMENTS_A_TYPE / 2);
    }

    @Test
    void codecAndSchemaAgreeOnIdentifiersOfEveryScheme() {
        List<String> values =
                List.of(
                        "969500UP76J52A9OXU27",
                        "969500UP76J52A9OXU2",
                        "552100554",
                        "55210055",
                        "Q2283",
                        "q2283",
                        "66740",
                        "066740",
                        "SC095000",
                        "sc095000",
                        "00445790",
                        "example.com",
                        "www.example.com",
                        "www.com",
                        "example",
                        "a.b",
                        "a..bc",
                        "mistral-ai",
                        "Mistral",
                        "two words",
                        "a/b",
                        "x\n",
                        "example.com\n",
                        "Q1\n");
        Set<String> accepted = new TreeSet<>();
        for (IdentifierScheme scheme : IdentifierScheme.values()) {
            for (String value : values) {
                ObjectNode json = exampleOf("identified");
                ((ObjectNode) json.path("details"))
                        .put("scheme", Words.kebab(scheme.name()))
                        .put("value", value);

                FaultList faults = new FaultList();
                Event event = EventReader.read(json, faults);

                assertThat(faults.schemaFindsSome())
                        .as("%s\ncodec: %s", json, faults.toList())
                        .isEqualTo(!schema("identified").validate(json).isEmpty());
                if (event != null) {
                    accepted.add(scheme.name());
                }
            }
        }
        assertThat(accepted).hasSize(IdentifierScheme.values().length);
    }

    static List<Arguments> whatJsonSchemaCantSay() {
        return List.of(
                Arguments.of(
                        "min <= amount <= max",
                        "valued",
                        "{\"money\":{\"currency\":\"EUR\",\"min\":\"2\",\"max\":\"1\"}}",
                        "/details/money"),
                Arguments.of(
                        "a region lies in its country",
                        "office-opened",
                        "{\"place\":{\"region\":\"US-CA\",\"country\":\"FR\"}}",
                        "/details/place/region"),
                Arguments.of(
                        "check digits",
                        "identified",
                        "{\"scheme\":\"lei\",\"value\":\"969500UP76J52A9OXU28\"}",
                        "/details/value"),
                Arguments.of(
                        "letters beyond ASCII are small",
                        "identified",
                        "{\"scheme\":\"crunchbase\",\"value\":\"capptÚ\"}",
                        "/details/value"),
                Arguments.of(
                        "six digits after the point",
                        "laid-off",
                        "{\"percent\":0.0000001}",
                        "/details/percent"),
                Arguments.of(
                        "no control characters at any depth of a change",
                        "corrected",
                        """
                        {"target":"4d874153-6328-527d-ae98-e6ce54b4a617",
                         "change":{"details":{"a":[{"b":"\\u0000"}]}}}
                        """,
                        "/details/change/details/a/0/b"),
                Arguments.of(
                        "sixty digits in a number of a change",
                        "corrected",
                        """
                        {"target":"4d874153-6328-527d-ae98-e6ce54b4a617",
                         "change":{"details":{"a":%s}}}
                        """
                                .formatted("7".repeat(61)),
                        "/details/change/details/a"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatJsonSchemaCantSay(String rule, String type, String details, String pointer)
            throws IOException {
        ObjectNode json = exampleOf(type);
        json.set("details", StrictJson.MAPPER.readTree(details));

        FaultList faults = new FaultList();
        EventReader.read(json, faults);

        assertThat(schema(type).validate(json)).isEmpty();
        assertThat(faults.toList()).extracting(Fault::pointer).containsExactly(pointer);
    }

    private static ObjectNode exampleOf(String type) {
        return EventType.named(type).orElseThrow().example();
    }

    private static Schema schemaFor(ObjectNode json, EventType original) {
        return EventType.named(json.path("type").asText())
                .filter(type -> json.path("type").isTextual())
                .map(type -> schema(type.name()))
                .orElseGet(() -> schema(original.name()));
    }

    private static Schema schema(String name) {
        return Objects.requireNonNull(SCHEMAS.get(name), name);
    }

    private static Map<String, Schema> schemas() {
        Dialect dialect =
                Dialect.builder(Dialects.getDraft202012()).format(new EdtfFormat()).build();
        SchemaRegistry registry =
                SchemaRegistry.withDialect(
                        dialect,
                        builder ->
                                builder.schemaRegistryConfig(
                                        SchemaRegistryConfig.builder()
                                                .formatAssertionsEnabled(true)
                                                .build()));
        Map<String, Schema> schemas = new TreeMap<>();
        for (EventType type : EventType.all()) {
            schemas.put(type.name(), registry.getSchema(type.schema()));
        }
        return schemas;
    }

    /// The one format that JSON Schema does not know.
    private static final class EdtfFormat implements Format {

        @Override
        public String getName() {
            return "edtf";
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            try {
                Edtf.parse(text);
                return true;
            } catch (EdtfException refusal) {
                return false;
            }
        }
    }
}
