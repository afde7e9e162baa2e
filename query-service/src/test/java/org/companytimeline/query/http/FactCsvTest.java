package org.companytimeline.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactCsvTest {

    private static final CompanyId PATHWAY = new CompanyId("pathway");

    @Test
    void a_fact_is_a_row_with_a_cell_for_each_column() {
        String row =
                row(
                        "Pathway",
                        """
                        {"id":"3f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77","type":"founded",
                         "company":{"id":"pathway","name":"Other"},
                         "when":{"edtf":"2020","earliest":"2020-01-01","latest":"2020-12-31"},
                         "status":"reported","details":{"founders":["Ann \\"A\\" Lee"]},
                         "companies":["pathway","lago"],"claims":[],"claimCount":3,
                         "conflicts":[{"field":"when"}]}
                        """);

        assertThat(FactCsv.HEAD)
                .isEqualTo(
                        "company,name,fact,type,status,when,earliest,latest,text,about,companies,"
                                + "claims,conflicts,details\r\n");
        assertThat(row)
                .isEqualTo(
                        "pathway,Pathway,3f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77,founded,reported,2020,2020-01-01,2020-12-31,,pathway,pathway"
                            + " lago,3,1,\"{\"\"founders\"\":[\"\"Ann \\\"\"A\\\"\""
                            + " Lee\"\"]}\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void what_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(String name) {
        String row = row(name, "{}");

        assertThat(row).startsWithIgnoringCase("pathway,").contains("'" + name);
    }

    @Test
    void a_quote_a_comma_or_a_line_end_stays_in_its_cell() {
        String row = row("A \"B\", C\nD", "{}");

        assertThat(row).startsWith("pathway,\"A \"\"B\"\", C\nD\",");
    }

    private static String row(String name, String fact) {
        return FactCsv.row(PATHWAY, Optional.of(name), fact.getBytes(StandardCharsets.UTF_8));
    }
}
