package org.companytimeline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowMapperTest {

    private static final String HEAD =
            """
            name: test
            source: {title: Test}
            companies:
              company: {id: "{id}", name: "{name}"}
              other: {name: "{other}", apart: ["{city}"]}
            dates:
              day: {patterns: [dd-MM-yyyy], if-empty: {edtf: ../2020, text: No date}}
            amounts:
              money: {currency: "{currency}", zero: undisclosed, missing: undisclosed}
            tables:
              stages: {otherwise: reported, values: {sure: confirmed, gone: ""}}
            events:
            """;

    private static final String COLUMNS =
            "id,name,other,city,day,amount,currency,stage,list,count\n";

    @Test
    void a_row_becomes_events_with_what_the_file_says() throws IOException {
        Mapping mapping =
                mapping(
                        """
                          - name: bought
                            type: acquired
                            company: company
                            when: {read: day, of: "{day}"}
                            status: {read: stages, of: "{stage}"}
                            thread: "{id}/{other}"
                            note: "Said of {name}"
                            details:
                              acquirer: {read: other}
                              price: {read: money, of: "{amount}"}
                        """);

        JsonNode event =
                Imported.events(
                                mapping,
                                COLUMNS
                                        + "/x/ACME,Acme,Beta"
                                        + " Inc,Paris,05-01-2015,\"1,500.5\",EUR,Sure,,\n")
                        .getFirst();

        assertThat(event.at("/company/id").textValue()).isEqualTo("acme");
        assertThat(event.at("/when/edtf").textValue()).isEqualTo("2015-01-05");
        assertThat(event.at("/when/text").textValue()).isEqualTo("05-01-2015");
        assertThat(event.at("/status").textValue()).isEqualTo("confirmed");
        assertThat(event.at("/thread").textValue()).isEqualTo("/x/ACME/Beta Inc");
        assertThat(event.at("/note").textValue()).isEqualTo("Said of Acme");
        assertThat(event.at("/details/acquirer/name").textValue()).isEqualTo("Beta Inc");
        assertThat(event.at("/details/acquirer/company").textValue()).startsWith("beta-inc-");
        assertThat(event.at("/details/price/amount").textValue()).isEqualTo("1500.5");
        assertThat(event.at("/details/price/currency").textValue()).isEqualTo("EUR");
    }

    @Test
    void what_is_empty_is_left_out_or_read_as_the_mapping_says() throws IOException {
        Mapping mapping =
                mapping(
                        """
                          - name: bought
                            type: acquired
                            company: company
                            when: {read: day, of: "{day}"}
                            status: {read: stages, of: "{stage}"}
                            note: "Said of {name}"
                            details:
                              acquirer: {read: other}
                              price: {read: money, of: "{amount}"}
                        """);

        JsonNode event = Imported.events(mapping, COLUMNS + "acme,,Beta,,,,,gone,,\n").getFirst();

        assertThat(event.path("company").has("name")).isFalse();
        assertThat(event.at("/when/edtf").textValue()).isEqualTo("../2020");
        assertThat(event.at("/when/text").textValue()).isEqualTo("No date");
        assertThat(event.has("status")).isFalse();
        assertThat(event.has("note")).isFalse();
        assertThat(event.at("/details/price/disclosed").asText()).isEqualTo("false");
    }

    @Test
    void a_row_gives_all_of_its_events_or_none_and_says_which_columns_are_at_fault()
            throws IOException {
        Mapping mapping =
                mapping(
                        """
                          - name: founded
                            type: founded
                            company: company
                            when: {read: day, of: "{day}"}
                          - name: grown
                            type: headcount-reported
                            company: company
                            when: 2020
                            details: {count: "{count}"}
                        """);

        List<MappedRow> rows =
                Imported.rows(
                        mapping,
                        COLUMNS
                                + "acme,,,,31-02-2015,,,,,5\n"
                                + "acme,,,,,,,,,many\n"
                                + "acme,,,,,,,,,-5\n"
                                + "acme,,,,,,,,,\n"
                                + "acme,,,,,,,,,5\n");

        assertThat(refusals(rows.get(0)))
                .singleElement()
                .asString()
                .startsWith("day \"31-02-2015\" is no date in dd-MM-yyyy");
        assertThat(refusals(rows.get(1)))
                .containsExactly("count \"many\" is no number; write it like 1234.5");
        assertThat(refusals(rows.get(2)))
                .singleElement()
                .asString()
                .startsWith("count gives headcount-reported details.count, which ");
        assertThat(refusals(rows.get(3)))
                .singleElement()
                .asString()
                .startsWith("count gives headcount-reported details");
        assertThat(((MappedRow.Mapped) rows.get(4)).events()).hasSize(2);
    }

    @Test
    void conditions_choose_the_events_of_a_row_and_a_row_without_one_is_refused()
            throws IOException {
        Mapping mapping =
                mapping(
                        """
                          - name: closed
                            type: closed
                            company: company
                            only-if: {stage: [dead, closed]}
                            unless: {city: Paris}
                            unless-empty: name
                            when: 2020
                        """);

        List<MappedRow> rows =
                Imported.rows(
                        mapping,
                        COLUMNS
                                + "a,A,,,,,,dead,,\n"
                                + "b,B,,Paris,,,,dead,,\n"
                                + "c,,,,,,,closed,,\n"
                                + "d,D,,,,,,open,,\n");

        assertThat(rows.get(0)).isInstanceOf(MappedRow.Mapped.class);
        assertThat(rows.subList(1, 4))
                .allSatisfy(row ->
                        assertThat(refusals(row))
                                .singleElement()
                                .asString()
                                .startsWith("The row says nothing"));
    }

    @Test
    void a_list_is_split_and_each_item_is_read() throws IOException {
        Mapping mapping =
                mapping(
                        """
                          - name: partners
                            type: partnered
                            company: company
                            when: 2020
                            details:
                              partners: {split: "{list}", by: ";", each: {name: "{item}", role: "in {city}"}}
                        """);

        JsonNode event =
                Imported.events(mapping, COLUMNS + "acme,,,Paris,,,,,Alpha; Beta ;;,\n").getFirst();

        assertThat(event.at("/details/partners").toString())
                .isEqualTo(
                        "[{\"name\":\"Alpha\",\"role\":\"in"
                                + " Paris\"},{\"name\":\"Beta\",\"role\":\"in Paris\"}]");
    }

    @Test
    void the_same_row_gives_the_same_ids_and_events_of_a_row_differ_by_name() throws IOException {
        String event = "type: closed\n    company: company\n    when: 2020\n";
        Mapping mapping =
                mapping(
                        "  - name: a\n    "
                                + event
                                + "  - name: b\n    key: \"{id}\"\n    "
                                + event);

        List<JsonNode> events =
                Imported.events(
                        mapping, COLUMNS + "acme,A,,,,,,,,\nacme,A,,,,,,,,\nacme,B,,,,,,,,\n");

        assertThat(id(events, 2)).isEqualTo(id(events, 0)).isNotEqualTo(id(events, 4));
        assertThat(id(events, 3)).isEqualTo(id(events, 1)).isEqualTo(id(events, 5));
        assertThat(id(events, 0)).isNotEqualTo(id(events, 1));
        assertThat(id(events, 1).charAt(14)).isEqualTo('5');
    }

    @Test
    void a_row_without_its_own_identity_is_refused() throws IOException {
        Mapping mapping =
                mapping(
                        "  - {name: a, type: closed, company: company, when: 2020, key:"
                                + " \"{list}\"}\n");

        MappedRow row = Imported.rows(mapping, COLUMNS + "acme,,,,,,,,,\n").getFirst();

        assertThat(refusals(row)).containsExactly("list is empty, and is the row's own identity");
    }

    private static Mapping mapping(String events) {
        return Mappings.valid(HEAD + events);
    }

    private static String id(List<JsonNode> events, int index) {
        return events.get(index).path("id").asText();
    }

    private static List<String> refusals(MappedRow row) {
        return ((MappedRow.Refused) row).refusals().stream().map(Refusal::toString).toList();
    }
}
