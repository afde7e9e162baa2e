package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two records that claim one number, through HTTP.
@ExtendWith(SharedStack.class)
class SharedIdentifierIT {

    private static final String LEI = "969500UP76J52A9OXU27";

    private final RunningStack stack;

    SharedIdentifierIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_number_of_two_companies_is_a_conflict_in_both_until_one_takes_it_back() {
        String one = "one-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        UUID claim = UUID.randomUUID();
        HttpResponse<String> first = stack.post(identified(one, UUID.randomUUID()));
        HttpResponse<String> alone = read(one, first, "");
        HttpResponse<String> second = stack.post(identified(other, claim));
        HttpResponse<String> disputed = read(one, second, "");
        HttpResponse<String> theirs = read(other, second, "");
        HttpResponse<String> retracted =
                stack.post(
                        """
                        {"type": "retracted", "company": {"id": "%s"}, "details": {"target": "%s"},
                         "sources": [{"publisher": "A register"}]}
                        """
                                .formatted(other, claim));

        HttpResponse<String> after = read(one, retracted, "");

        assertThat(conflict(alone).isMissingNode()).isTrue();
        assertThat(conflict(disputed).at("/companies/0/company").asText()).isEqualTo(other);
        assertThat(conflict(disputed).at("/companies/0/facts/0").asText())
                .isEqualTo(claim.toString());
        assertThat(conflict(disputed).at("/companyCount").asInt()).isEqualTo(1);
        assertThat(conflict(theirs).at("/companies/0/company").asText()).isEqualTo(one);
        assertThat(Json.of(disputed).at("/id").asText()).isEqualTo(one);
        assertThat(Json.of(theirs).at("/id").asText()).isEqualTo(other);
        assertThat(after.body()).isEqualTo(alone.body());
        assertThat(tag(disputed)).isNotEqualTo(tag(alone));
        assertThat(read(one, retracted, "?knownAt=" + cursor(disputed)).body())
                .isEqualTo(disputed.body());
        assertThat(read(one, retracted, "?knownAt=" + cursor(alone)).body())
                .isEqualTo(alone.body());
    }

    @Test
    void a_mistyped_number_is_refused_where_it_comes_in() {
        HttpResponse<String> refused =
                stack.post(identified("one", UUID.randomUUID()).replace("U27", "U28"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Json.of(refused).at("/errors/0/pointer").asText()).isEqualTo("/details/value");
    }

    private static String identified(String company, UUID id) {
        return """
        {"id": "%s", "type": "identified", "company": {"id": "%s"}, "when": "2020",
         "details": {"scheme": "lei", "value": "%s"},
         "sources": [{"title": "A register", "kind": "registry"}]}\
        """
                .formatted(id, company, LEI);
    }

    private HttpResponse<String> read(String company, HttpResponse<String> posted, String query) {
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        return stack.get(
                stack.query().resolve("/companies/" + company + query),
                "Timeline-Position",
                posted.headers().firstValue("Timeline-Position").orElseThrow());
    }

    private static JsonNode conflict(HttpResponse<String> state) {
        assertThat(state.statusCode()).as(state.body()).isEqualTo(200);
        return Json.of(state).at("/identifiers/0/conflict");
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String cursor(HttpResponse<String> answer) {
        return answer.headers().firstValue("Timeline-Cursor").orElseThrow();
    }
}
