package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.companytimeline.event.words.Language;
import org.junit.jupiter.api.Test;

class TimelineTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COMPANY =
            """
            {"id": "acme", "name": "Acme", "status": "active",
             "founded": {"when": {"edtf": "2023"}},
             "headquarters": {"place": {"city": "Paris", "country": "FR"}},
             "valuation": {"money": {"amount": "14000000000", "currency": "USD", "approximate": true}, "when": {"edtf": "../2026~"}},
             "funding": {"totals": [{"currency": "EUR", "amount": "600000000", "approximate": false}]}}
            """;

    private static final String FOUNDED =
            """
            {"id": "1", "type": "founded", "company": {"id": "acme"}, "when": {"edtf": "2023"}, "status": "reported",
             "details": {"founders": ["Ada L"]},
             "claims": [{"status": "reported", "details": {"founders": ["Ada L"]}, "sources": [{"title": "One"}]},
                        {"status": "reported", "details": {}, "sources": [{"title": "Two"}, {"title": "One"}]}],
             "conflicts": []}
            """;

    private static final String VALUED =
            """
            {"id": "2", "type": "valued", "company": {"id": "acme"}, "when": {"edtf": "2024~"}, "status": "rumoured",
             "details": {"money": {"amount": "6200000000", "currency": "USD"}},
             "claims": [{"status": "planned", "details": {"money": {"amount": "6000000000", "currency": "USD"}}, "sources": [{"title": "One"}]}],
             "conflicts": [{"field": "money", "values": [{"value": {"field": "inner"}}]}]}
            """;

    @Test
    void a_company_has_a_headline_and_a_row_for_each_fact() throws JsonProcessingException {
        var lines =
                new TimelineText(Style.PLAIN, 0, Language.EN)
                        .lines(json(COMPANY), List.of(json(FOUNDED), json(VALUED)));

        assertThat(lines)
                .containsExactly(
                        "Acme (acme)",
                        "Status        active",
                        "Founded       2023",
                        "Headquarters  Paris, FR",
                        "Valuation     about 14 billion USD (by around 2026)",
                        "Funding       600 million EUR",
                        "",
                        "When         What     Sources  Details",
                        "2023         Founded        2  by Ada L",
                        "around 2024  Valued         1  6.2 billion USD; also said: 6 billion USD"
                                + " [planned] [rumoured] [sources differ: money]",
                        "",
                        "2 facts");
    }

    @Test
    void on_a_terminal_the_details_are_wrapped_in_their_column() throws JsonProcessingException {
        var lines =
                new TimelineText(Style.PLAIN, 60, Language.EN)
                        .lines(json("{\"id\": \"acme\"}"), List.of(json(VALUED)));

        assertThat(lines)
                .containsExactly(
                        "acme (acme)",
                        "",
                        "When         What    Sources  Details",
                        "around 2024  Valued        1  6.2 billion USD; also said: 6",
                        "                              billion USD [planned]",
                        "                              [rumoured] [sources differ: money]",
                        "",
                        "1 fact");
        assertThat(lines)
                .filteredOn(line -> !line.contains("sources differ"))
                .allMatch(line -> TextWidth.of(line) <= 60);
    }

    @Test
    void dates_are_told_in_the_language_that_is_asked_for() throws JsonProcessingException {
        var fact =
                """
                {"type": "relocated", "when": {"edtf": "2024-11~/2024-12~"}, "status": "reported", "details": {}, "claims": []}
                """;

        var lines =
                new TimelineText(Style.PLAIN, 0, Language.FR)
                        .lines(json(COMPANY), List.of(json(fact)));

        assertThat(lines)
                .anyMatch(line -> line.startsWith("vers fin 2024  Relocated"))
                .anyMatch(line -> line.contains("(au plus tard vers 2026)"));
    }

    @Test
    void a_date_that_cannot_be_read_is_shown_as_it_was_posted() throws JsonProcessingException {
        var fact = "{\"type\": \"founded\", \"when\": {\"edtf\": \"2024-99\"}, \"claims\": []}";

        var lines =
                new TimelineText(Style.PLAIN, 0, Language.EN)
                        .lines(json("{\"id\": \"acme\"}"), List.of(json(fact)));

        assertThat(lines).anyMatch(line -> line.startsWith("2024-99  Founded"));
    }

    @Test
    void a_fact_of_another_company_says_whose_it_is() throws JsonProcessingException {
        var fact =
                """
                {"type": "partnered", "company": {"id": "mistral-ai", "name": "Mistral AI"}, "when": {"edtf": "2025"}, "status": "reported",
                 "details": {"partners": [{"name": "Acme", "company": "acme"}]}, "claims": []}
                """;

        var lines =
                new TimelineText(Style.PLAIN, 0, Language.EN)
                        .lines(json("{\"id\": \"acme\"}"), List.of(json(fact)));

        assertThat(lines).contains("2025  Partnered        0  Mistral AI: with Acme");
    }

    @Test
    void an_unknown_type_is_shown_with_all_its_fields() throws JsonProcessingException {
        var fact =
                """
                {"type": "sent-to-space", "when": {"edtf": "2025"}, "status": "reported", "details": {"orbit": "low"}, "claims": []}
                """;

        var lines =
                new TimelineText(Style.PLAIN, 0, Language.EN)
                        .lines(json("{\"id\": \"acme\"}"), List.of(json(fact)));

        assertThat(lines).contains("2025  Sent to space        0  orbit: low");
    }

    @Test
    void nothing_from_strangers_steers_the_terminal() throws JsonProcessingException {
        var hostile = "\\u001b[2J\\u202e\\u009b\\n";
        var company =
                "{\"id\": \"a%s\", \"name\": \"n%s\", \"status\": \"s%s\"}"
                        .formatted(hostile, hostile, hostile);
        var fact =
                """
                {"type": "t%1$s", "company": {"id": "o%1$s", "name": "o%1$s"}, "when": {"edtf": "2%1$s"}, "status": "s%1$s", "details": {"k%1$s": "v%1$s"},
                 "claims": [{"status": "x%1$s", "details": {"z%1$s": "w%1$s"}, "sources": []}], "conflicts": [{"field": "f%1$s"}]}
                """
                        .formatted(hostile);

        var lines =
                new TimelineText(Style.PLAIN, 80, Language.EN)
                        .lines(json(company), List.of(json(fact)));

        assertThat(String.join("", lines).codePoints())
                .noneMatch(c -> c < ' ' || c == 0x9b || c == 0x202e);
    }

    @Test
    void colours_appear_only_on_a_terminal_that_wants_them() throws JsonProcessingException {
        var company = json(COMPANY);

        assertThat(
                        new TimelineText(Style.of(true, false), 80, Language.EN)
                                .lines(company, List.of()))
                .anyMatch(line -> line.contains("\033["));
        assertThat(
                        new TimelineText(Style.of(true, true), 80, Language.EN)
                                .lines(company, List.of()))
                .noneMatch(line -> line.contains("\033["));
        assertThat(
                        new TimelineText(Style.of(false, false), 0, Language.EN)
                                .lines(company, List.of()))
                .noneMatch(line -> line.contains("\033["));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
