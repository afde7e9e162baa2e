package org.companytimeline.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    @Test
    void aCorrectionNamesTheCompaniesThatItsChangeBringsIn() throws IOException {
        CompanyEvent corrected =
                corrected(
                        """
                        {"details": {
                          "customers": [{"company": "c"}],
                          "partners": [{"company": "p", "role": "reseller"}],
                          "investors": [{"name": "An investor", "company": "i"}, {"name": "no id"}],
                          "successor": {"company": "s"}, "with": {"company": "w"},
                          "acquirer": {"company": "a"}, "company": "same"}}
                        """);

        List<? extends Mention> mentions = Mentions.in(corrected);

        assertThat(mentions)
                .isEqualTo(
                        List.of(
                                named(null, "a"),
                                named(null, "w"),
                                named(null, "s"),
                                named("An investor", "i"),
                                named(null, "p"),
                                named(null, "c"),
                                named(null, "same")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": null}",
                "{\"details\": 7}",
                "{\"details\": {\"acquirer\": \"a\", \"with\": null, \"successor\": []}}",
                "{\"details\": {\"acquirer\": {\"company\": 7}, \"with\": {\"company\": \"a/b\"}}}",
                "{\"details\": {\"investors\": {\"company\": \"i\"}, \"partners\": [[], \"p\","
                        + " null]}}",
                "{\"details\": {\"company\": {\"company\": \"x\"}, \"person\": {\"company\":"
                        + " \"y\"}}}"
            })
    void whatIsMalformedInAChangeNamesNobody(String change) throws IOException {
        assertThat(Mentions.in(corrected(change))).isEmpty();
    }

    @Test
    void aCorrectionNamesNoMoreCompaniesThanAnEventMay() throws IOException {
        ObjectNode change = StrictJson.MAPPER.createObjectNode();
        ArrayNode partners = change.putObject("details").putArray("partners");
        for (int i = 0; i < 300; i++) {
            partners.addObject().put("company", "c" + i);
        }

        List<? extends Mention> mentions = Mentions.in(corrected(change.toString()));

        assertThat(mentions).hasSize(100);
    }

    private static CompanyEvent corrected(String change) throws IOException {
        ObjectNode json = (ObjectNode) StrictJson.MAPPER.readTree(change);
        return new CompanyEvent.Corrected(new UUID(1, 2), json, null);
    }

    private static CompanyReference named(@Nullable String name, String id) {
        return new CompanyReference(name, new CompanyId(id));
    }
}
