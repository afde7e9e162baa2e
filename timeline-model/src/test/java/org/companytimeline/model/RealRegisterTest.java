package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Source;
import org.companytimeline.event.SourceKind;
import org.junit.jupiter.api.Test;

/// Records of the global register of legal entities, with their events and former names, as events
/// of companies; skipped where there is no test data.
///
/// A former name of which the register does not say when it was given up was given up before the
/// record was last updated. Each is a thread of its own, so that several are no conflict.
class RealRegisterTest {

    private static final List<String> FILES =
            List.of(
                    "lei-data.json",
                    "lei-updates-data.json",
                    "lei-updates-data2.json",
                    "lei-updates-data2-new.json");

    /// Events of the register for which there is no type of event.
    private static final Set<String> NOT_SAID = Set.of("CHANGE_LEGAL_FORM");

    @Test
    void every_event_of_the_register_but_a_change_of_legal_form_stands_on_a_timeline()
            throws IOException {
        Set<String> types = new TreeSet<>();

        for (JsonNode entity : records()) {
            List<Fact> facts = fold(entity);
            for (JsonNode event : events(entity)) {
                String type = event.path("LegalEntityEventType").asText();
                types.add(type);
                if (!NOT_SAID.contains(type)) {
                    assertThat(facts)
                            .as(type + " of " + entity.path("LEI"))
                            .anySatisfy(fact -> {
                                assertThat(fact.type()).isEqualTo(said(type));
                                assertThat(fact.when().edtf().toString())
                                        .isEqualTo(day(event, "LegalEntityEventEffectiveDate"));
                                Source source = fact.leading().event().sources().getFirst();
                                assertThat(source.kind()).isEqualTo(SourceKind.REGISTRY);
                                assertThat(source.published())
                                        .hasToString(day(event, "LegalEntityEventRecordedDate"));
                            });
                }
            }
        }

        assertThat(types)
                .containsExactly(
                        "CHANGE_LEGAL_ADDRESS",
                        "CHANGE_LEGAL_FORM",
                        "CHANGE_LEGAL_NAME",
                        "DISSOLUTION",
                        "LIQUIDATION");
    }

    @Test
    void every_former_name_is_told_and_none_contradicts_another() throws IOException {
        int told = 0;

        for (JsonNode entity : records()) {
            JsonNode names = state(entity).path("names");
            List<String> former = new ArrayList<>();
            names.forEach(name -> {
                if (name.path("kind").asText().equals("former")) {
                    former.add(name.path("name").textValue());
                    assertThat(name.path("certainty").textValue()).isEqualTo("reported");
                }
            });
            assertThat(former).containsExactlyInAnyOrderElementsOf(formerNames(entity));
            assertThat(names.path(0).path("name").textValue())
                    .isEqualTo(entity.at("/Entity/LegalName").textValue());
            told += former.size();
        }

        assertThat(told).isGreaterThan(20);
    }

    @Test
    void a_dissolved_and_a_liquidated_entity_are_closed() throws IOException {
        JsonNode dissolved = state(record("00TR8NKAEL48RGTZEW89"));
        JsonNode liquidated = state(record("097900BJGO0000201513"));

        assertThat(dissolved.path("status").textValue()).isEqualTo("closed");
        assertThat(dissolved.at("/ended/kind").textValue()).isEqualTo("dissolved");
        assertThat(dissolved.at("/ended/when/edtf").textValue()).isEqualTo("2018-11-09");
        assertThat(liquidated.path("status").textValue()).isEqualTo("closed");
        assertThat(liquidated.at("/ended/kind").textValue()).isEqualTo("liquidated");
        assertThat(liquidated.at("/ended/when/edtf").textValue()).isEqualTo("2023-04-13");
    }

    @Test
    void a_moved_legal_address_is_the_registered_office_and_no_headquarters() throws IOException {
        JsonNode moved = state(record("98450051BS9C610A8T78"));

        assertThat(moved.at("/registeredOffice/place/city").textValue()).isEqualTo("NORTH SYDNEY");
        assertThat(moved.at("/registeredOffice/since/edtf").textValue()).isEqualTo("2022-09-13");
        assertThat(moved.has("headquarters")).isFalse();
    }

    @Test
    void a_change_of_name_tells_since_when_and_what_it_was_before() throws IOException {
        JsonNode names = state(record("2138002YAB7Z9KO21397")).path("names");

        assertThat(names.at("/0/since/edtf").textValue()).isEqualTo("2022-09-16");
        assertThat(names.findValuesAsText("name"))
                .contains("MONOOVA GLOBAL PAYMENTS LIMITED", "SQUADRON FINANCIAL SERVICES LIMITED");
    }

    @Test
    void an_entity_is_identified_by_its_lei() throws IOException {
        for (JsonNode entity : records()) {
            JsonNode identifier = state(entity).at("/identifiers/0");

            assertThat(identifier.path("scheme").textValue()).isEqualTo("lei");
            assertThat(identifier.path("value")).isEqualTo(entity.path("LEI"));
        }
    }

    private static String said(String type) {
        return switch (type) {
            case "CHANGE_LEGAL_NAME" -> "renamed";
            case "CHANGE_LEGAL_ADDRESS" -> "relocated";
            case "DISSOLUTION", "LIQUIDATION" -> "closed";
            default -> throw new IllegalArgumentException("no type of event says " + type);
        };
    }

    private static Posted posted(JsonNode entity) {
        Posted posted = new Posted();
        String updated = day(entity.path("Registration"), "LastUpdateDate");
        ObjectNode lei = event(entity, "identified", updated, updated);
        lei.putObject("details").put("scheme", "lei").set("value", entity.path("LEI"));
        posted.post(lei);
        for (String former : formerNames(entity)) {
            posted.post(renamed(entity, former, "../" + updated, updated));
        }
        for (JsonNode event : events(entity)) {
            String type = event.path("LegalEntityEventType").asText();
            if (!NOT_SAID.contains(type)) {
                posted.post(
                        told(
                                entity,
                                type,
                                day(event, "LegalEntityEventEffectiveDate"),
                                day(event, "LegalEntityEventRecordedDate")));
            }
        }
        return posted;
    }

    private static ObjectNode told(JsonNode entity, String type, String when, String published) {
        return switch (type) {
            case "CHANGE_LEGAL_NAME" ->
                    renamed(entity, formerNames(entity).getFirst(), when, published);
            case "CHANGE_LEGAL_ADDRESS" -> {
                ObjectNode moved = event(entity, "relocated", when, published);
                ObjectNode details = moved.putObject("details").put("kind", "registered-office");
                ObjectNode to = details.putObject("to");
                JsonNode address = entity.at("/Entity/LegalAddress");
                to.set("city", address.path("City"));
                to.set("region", address.path("Region"));
                to.set("country", address.path("Country"));
                yield moved;
            }
            default -> {
                ObjectNode closed = event(entity, said(type), when, published);
                closed.putObject("details")
                        .put("kind", type.equals("DISSOLUTION") ? "dissolved" : "liquidated");
                yield closed;
            }
        };
    }

    private static ObjectNode renamed(
            JsonNode entity, String former, String when, String published) {
        ObjectNode renamed = event(entity, "renamed", when, published);
        renamed.put("thread", "given up: " + former);
        renamed.putObject("details")
                .put("formerName", former)
                .set("name", entity.at("/Entity/LegalName"));
        return renamed;
    }

    private static ObjectNode event(JsonNode entity, String type, String when, String published) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        event.putObject("company")
                .put("id", id(entity).value())
                .set("name", entity.at("/Entity/LegalName"));
        event.put("when", when);
        event.putArray("sources")
                .addObject()
                .put("publisher", "GLEIF")
                .put("published", published)
                .put("kind", "registry");
        return event;
    }

    private static CompanyId id(JsonNode entity) {
        return new CompanyId(entity.path("LEI").asText().toLowerCase(Locale.ROOT));
    }

    private static List<Fact> fold(JsonNode entity) {
        return Fold.timeline(posted(entity).recorded(), Policy.DEFAULT_1);
    }

    private static ObjectNode state(JsonNode entity) {
        return CompanyState.of(
                id(entity), entity.at("/Entity/LegalName").textValue(), fold(entity), null);
    }

    /// The day of an instant as the register wrote it, in whatever zone.
    private static String day(JsonNode json, String field) {
        return json.path(field).asText().substring(0, "2000-01-01".length());
    }

    private static List<String> formerNames(JsonNode entity) {
        return entity.at("/Entity/OtherEntityNames")
                .valueStream()
                .filter(name -> name.path("type").asText().equals("PREVIOUS_LEGAL_NAME"))
                .map(name -> name.path("OtherEntityName").textValue())
                .toList();
    }

    private static List<JsonNode> events(JsonNode entity) {
        return entity.at("/Entity/LegalEntityEvents").valueStream().toList();
    }

    private static JsonNode record(String lei) throws IOException {
        return records().stream()
                .filter(entity -> entity.path("LEI").asText().equals(lei))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> records() throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String file : FILES) {
            JsonNode json = new JsonMapper().readTree(TestData.read("gleif-events/" + file));
            Stream.of(json).flatMap(JsonNode::valueStream).forEach(records::add);
        }
        return records;
    }
}
