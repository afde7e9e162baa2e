package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.companytimeline.event.CompanyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a list of large American companies says of when they were founded, such as `2013 (1888)`,
/// is said by an event that loses nothing of it; skipped where there is no test data.
class RealFoundingsTest {

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    @Test
    void every_founding_is_one_fact_that_means_the_years_of_the_list_and_keeps_its_words()
            throws IOException {
        List<CSVRecord> rows = rows();

        assertThat(rows).hasSizeGreaterThan(450);
        assertThat(rows)
                .allSatisfy(row -> {
                    List<Fact> facts = fold(row);

                    assertThat(facts).hasSize(1);
                    Fact fact = facts.getFirst();
                    assertThat(fact.conflicts()).isEmpty();
                    assertThat(fact.when().text()).isEqualTo(row.get("Founded"));
                    NavigableSet<String> years = years(row.get("Founded"));
                    assertThat(years(fact.when().edtf().toString())).isEqualTo(years);
                    assertThat(fact.when().edtf().earliest())
                            .contains(LocalDate.parse(years.first() + "-01-01"));
                    assertThat(fact.when().edtf().latest())
                            .contains(LocalDate.parse(years.last() + "-12-31"));
                });
    }

    @Test
    void a_state_on_a_day_between_two_years_of_the_list_is_only_possible() throws IOException {
        CSVRecord abbVie =
                rows().stream()
                        .filter(row -> row.get("Founded").equals("2013 (1888)"))
                        .findFirst()
                        .orElseThrow();

        JsonNode then = founded(abbVie, LocalDate.parse("2000-01-01"));
        JsonNode now = founded(abbVie, null);

        assertThat(then.path("certainty").textValue()).isEqualTo("possible");
        assertThat(now.path("certainty").textValue()).isEqualTo("reported");
        assertThat(now.at("/when/edtf").textValue()).isEqualTo("[1888,2013]");
        assertThat(now.at("/when/text").textValue()).isEqualTo("2013 (1888)");
    }

    private static JsonNode founded(CSVRecord row, @Nullable LocalDate asOf) {
        return CompanyState.of(id(row), null, fold(row), asOf).path("founded");
    }

    private static List<Fact> fold(CSVRecord row) {
        Posted posted = new Posted();
        posted.post(event(row));
        return Fold.timeline(posted.recorded(), Policy.DEFAULT_1);
    }

    private static ObjectNode event(CSVRecord row) {
        String cell = row.get("Founded");
        NavigableSet<String> years = years(cell);
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "founded");
        event.putObject("company").put("id", id(row).value()).put("name", row.get("Security"));
        event.putObject("when")
                .put(
                        "edtf",
                        years.size() == 1 ? years.first() : "[" + String.join(",", years) + "]")
                .put("text", cell);
        event.putArray("sources")
                .addObject()
                .put("title", "S&P 500 constituents")
                .put("kind", "aggregator");
        return event;
    }

    private static CompanyId id(CSVRecord row) {
        return new CompanyId(row.get("Symbol").toLowerCase(Locale.ROOT));
    }

    private static NavigableSet<String> years(String text) {
        return YEAR.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<CSVRecord> rows() throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(TestData.read("sp500/constituents.csv")))
                .getRecords();
    }
}
