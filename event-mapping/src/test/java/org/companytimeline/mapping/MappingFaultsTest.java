package org.companytimeline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.companytimeline.mapping.document.MappingFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Everything that is wrong with a mapping is told by its line, before a row is read.
class MappingFaultsTest {

    private static final String MAPPING =
            """
            name: deals
            columns: [company, round, day, amount, country]
            source: {title: Deals, kind: press}
            companies:
              company: {name: "{company}"}
            dates:
              day: {patterns: [dd-MM-yyyy]}
            amounts:
              dollars: {numbers: "1,234.56", currency: USD}
            tables:
              rounds:
                values: {A: series-a}
            countries: {ROM: RO}
            events:
              - name: round
                type: funded
                company: company
                when: {read: day, of: "{day}"}
                details:
                  round: {read: rounds, of: "{round}"}
                  money: {read: dollars, of: "{amount}"}
              - name: seat
                type: relocated
                company: company
                only-with: to
                when: 2020
                details:
                  to: {country: {read: country, of: "{country}"}}
            """;

    @Test
    void a_mapping_without_faults_has_none() {
        List<String> faults = Mappings.faults(MAPPING);

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name: deals           | name: Deals of ours   | line 1: name is `Deals of ours`
                    kind: press           | knid: press           | line 3: source.knid is unknown here; did you mean `kind`?
                    kind: press           | kind: paper           | line 3: source.kind is "paper" (allowed: registry, filing
                    "{company}"}          | "{company"}           | line 5: companies.company.name has a brace without a column
                    "{company}"}          | "{compny}"}           | line 5: companies.company.name names the column `compny`, which is not there; did you mean `company`?
                    dd-MM-yyyy            | dd-mm-yyyy            | line 7: dates.day.patterns `dd-mm-yyyy` has the letters
                    dd-MM-yyyy            | dd-MM-yy              | line 7: dates.day.patterns `dd-MM-yy` has a year of two digits
                    "1,234.56"            | "1,23"                | line 9: amounts.dollars.numbers is `1,23` (allowed: 1234.56
                    currency: USD         | currency: DOLLAR      | line 9: amounts.dollars.currency `DOLLAR` is no ISO 4217 currency
                    A: series-a           | A: series-aa          | line 12: tables.rounds.values.A is "series-aa" (allowed: pre-seed
                    ROM: RO               | ROM: ROU              | line 13: countries.ROM is `ROU`, no ISO 3166-1 code
                    type: funded          | type: founding        | line 16: events[0].type is `founding`, no type of event
                    company: company      | company: firm         | line 17: events[0].company names no company: firm
                    read: day             | read: days            | line 18: events[0].when.read names no reader: days
                    round: {read: rounds, of: "{round}"} | notes: x | line 19: events[0].details lacks `round`
                    money: {read          | mony: {read           | line 21: events[0].details.mony is unknown here; did you mean `money`?
                    money: {read: dollars | money: {read: day     | line 21: events[0].details.money.read reads a date, which does not stand here
                    only-with: to         | only-with: too        | line 25: events[1].only-with names no detail of relocated: too
                    when: 2020            | when: soon            | line 26: events[1].when is no date
                    """)
    void a_fault_is_told_by_its_line(String right, String wrong, String told) {
        List<String> faults = Mappings.faults(MAPPING.replace(right, wrong));

        assertThat(faults).anySatisfy(fault -> assertThat(fault).startsWith(told));
    }

    @Test
    void what_is_no_yaml_is_told_by_its_line() {
        List<String> faults = Mappings.faults("name: x\nevents: [\n");

        assertThat(faults).singleElement().asString().startsWith("line ").contains("no YAML");
    }

    @Test
    void a_name_that_stands_twice_is_told() {
        List<String> faults = Mappings.faults(MAPPING + "empty: x\nempty: y\n");

        assertThat(faults).anySatisfy(fault -> assertThat(fault).contains("stands here twice"));
    }

    @Test
    void an_alias_that_repeats_itself_ends() {
        String bomb =
                """
                a: &a [x, x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c]
                e: &e [*d, *d, *d, *d, *d, *d, *d, *d]
                f: [*e, *e, *e, *e, *e, *e, *e, *e]
                """;

        List<String> faults = Mappings.faults(bomb);

        assertThat(faults).isNotEmpty();
    }

    @Test
    void a_column_that_the_file_does_not_have_is_told_by_where_it_is_used() {
        Mapping mapping = Mappings.valid(MAPPING);

        List<MappingFault> faults =
                mapping.faultsAgainst(List.of("company", "round", "date", "amount", "amount"));

        assertThat(faults)
                .extracting(MappingFault::toString)
                .satisfiesExactlyInAnyOrder(
                        day ->
                                assertThat(day)
                                        .startsWith(
                                                "line 18: events[0].when.of needs the column"
                                                        + " `day`"),
                        amount ->
                                assertThat(amount).contains("`amount`, which the header has twice"),
                        country -> assertThat(country).contains("needs the column `country`"));
    }
}
