package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sources that disagree with the sample, through HTTP.
@ExtendWith(SharedStack.class)
class DisagreementIT {

    private static final String FOUNDED = "/companies/mistral-ai/timeline?type=founded";

    private final RunningStack stack;

    DisagreementIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void another_founding_year_is_a_conflict_until_it_is_retracted_and_stays_known() {
        UUID claim = UUID.randomUUID();
        HttpResponse<String> before = stack.get(stack.query().resolve(FOUNDED));

        HttpResponse<String> posted =
                stack.post(
                        """
                        {"id": "%s", "type": "founded", "company": {"id": "mistral-ai"}, "when": "2022",
                         "sources": [{"title": "Another history", "publisher": "Another paper", "kind": "press"}]}
                        """
                                .formatted(claim));
        HttpResponse<String> between = read(FOUNDED, posted);
        HttpResponse<String> retracted =
                stack.post(
                        """
                        {"type": "retracted", "company": {"id": "mistral-ai"}, "details": {"target": "%s"},
                         "sources": [{"publisher": "Another paper"}]}
                        """
                                .formatted(claim));
        HttpResponse<String> after = read(FOUNDED, retracted);

        JsonNode fact = only(between);
        JsonNode conflict = fact.at("/conflicts/0");
        assertThat(fact.get("conflicts")).hasSize(1);
        assertThat(conflict.get("field").asText()).isEqualTo("when");
        assertThat(conflict.get("rule").asText()).isEqualTo("default@1");
        assertThat(conflict.at("/values/0/value").asText()).isEqualTo("2023");
        assertThat(conflict.at("/values/0/eventCount").asInt()).isEqualTo(3);
        assertThat(conflict.at("/values/1/value").asText()).isEqualTo("2022");
        assertThat(conflict.at("/values/1/events/0").asText()).isEqualTo(claim.toString());
        assertThat(sources(fact)).hasSize(4).contains("Another history");
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(knownAt(between).body()).isEqualTo(between.body());
        assertThat(knownAt(before).body()).isEqualTo(before.body());
    }

    @Test
    void a_vague_partnership_never_makes_one_of_two_dated_ones() {
        String company = "vague-" + UUID.randomUUID();
        stack.post(partnered(company, "2020-01"));
        stack.post(partnered(company, "2024-06"));

        HttpResponse<String> vague = stack.post(partnered(company, "../2024"));

        List<JsonNode> facts = Json.items(read("/companies/" + company + "/timeline", vague));
        assertThat(facts)
                .extracting(fact -> fact.at("/when/edtf").asText())
                .containsExactly("2020-01", "2024-06");
        assertThat(facts)
                .extracting(fact -> fact.get("claimCount").asInt())
                .containsExactlyInAnyOrder(1, 2);
    }

    private static String partnered(String company, String when) {
        return """
        {"type": "partnered", "company": {"id": "%s"}, "when": "%s",
         "details": {"partners": [{"company": "ibm"}]}, "sources": [{"title": "Partners %s"}]}
        """
                .formatted(company, when, when);
    }

    private HttpResponse<String> read(String path, HttpResponse<String> posted) {
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        return stack.get(
                stack.query().resolve(path),
                "Timeline-Position",
                posted.headers().firstValue("Timeline-Position").orElseThrow());
    }

    private HttpResponse<String> knownAt(HttpResponse<String> answer) {
        return stack.get(
                stack.query()
                        .resolve(
                                FOUNDED
                                        + "&knownAt="
                                        + answer.headers()
                                                .firstValue("Timeline-Cursor")
                                                .orElseThrow()));
    }

    private static JsonNode only(HttpResponse<String> timeline) {
        List<JsonNode> facts = Json.items(timeline);
        assertThat(facts).hasSize(1);
        return facts.getFirst();
    }

    private static List<String> sources(JsonNode fact) {
        return fact.get("claims")
                .valueStream()
                .flatMap(claim -> claim.get("sources").valueStream())
                .map(source -> source.get("title").asText())
                .toList();
    }
}
