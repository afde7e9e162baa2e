package org.companytimeline.event.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The cases of edtf.js, whose notice lies beside them.
class EdtfConformanceTest {

    private static final Set<String> REFUSED_TYPES = Set.of("Century", "Decade", "Year", "List");

    static Stream<JsonNode> accepted() throws IOException {
        return cases("accept").filter(example -> !isRefusedHere(example));
    }

    static Stream<String> refused() throws IOException {
        return Stream.concat(
                        cases("accept").filter(EdtfConformanceTest::isRefusedHere), cases("reject"))
                .map(example -> example.get("edtf").textValue());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void an_accepted_case_has_its_days(JsonNode example) {
        Edtf edtf = Edtf.parse(example.get("edtf").textValue());

        assertThat(edtf).hasToString(example.get("edtf").textValue());
        if (!example.get("type").textValue().equals("Season")) {
            assertThat(edtf.earliest()).isEqualTo(day(example.get("min")));
            assertThat(edtf.latest()).isEqualTo(day(example.get("max")));
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_refused_case_says_what_would_be_accepted(String text) {
        assertThatThrownBy(() -> Edtf.parse(text))
                .isInstanceOf(EdtfException.class)
                .hasMessageMatching("(?s).*:.*[0-9].*");
    }

    /// Times of day, years of more than four digits, significant digits, decades, centuries and
    /// `{}` are EDTF but no dates of companies.
    private static boolean isRefusedHere(JsonNode example) {
        String text = example.get("edtf").textValue();
        return REFUSED_TYPES.contains(example.get("type").textValue())
                || text.contains("T")
                || text.contains("S");
    }

    private static Optional<LocalDate> day(JsonNode instant) {
        return instant.isNull()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(shortYear(instant.textValue())).toLocalDate());
    }

    /// Six digits of a year, as JavaScript writes it, in the four of ISO 8601.
    private static String shortYear(String instant) {
        return instant.replaceFirst("^([+-])00", "$1").replaceFirst("^[+]", "");
    }

    private static Stream<JsonNode> cases(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        EdtfConformanceTest.class.getResourceAsStream("/edtf/edtf-cases.json"))) {
            JsonNode cases = new ObjectMapper().readTree(file).get(name);
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }
}
