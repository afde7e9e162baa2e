package org.companytimeline.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.companytimeline.event.CompanyId;

/// Facts as rows of CSV (RFC 4180).
///
/// A cell that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a
/// tab or a line end, gets an apostrophe before it.
final class FactCsv {

    /// The names of the columns.
    static final String HEAD =
            "company,name,fact,type,status,when,earliest,latest,text,about,companies,claims,conflicts,details\r\n";

    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final JsonMapper JSON = new JsonMapper();

    private FactCsv() {}

    /// @param company on whose timeline the fact stands
    /// @param body the fact as JSON
    static String row(CompanyId company, Optional<String> name, byte[] body) {
        JsonNode fact = read(body);
        JsonNode when = fact.path("when");
        StringJoiner row = new StringJoiner(",", "", "\r\n");
        row.add(cell(company.value()));
        row.add(cell(name.orElse("")));
        row.add(cell(fact.path("id").asText()));
        row.add(cell(fact.path("type").asText()));
        row.add(cell(fact.path("status").asText()));
        row.add(cell(when.path("edtf").asText()));
        row.add(cell(when.path("earliest").asText()));
        row.add(cell(when.path("latest").asText()));
        row.add(cell(when.path("text").asText()));
        row.add(cell(fact.path("company").path("id").asText()));
        row.add(
                cell(
                        fact.path("companies")
                                .valueStream()
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(" "))));
        row.add(cell(fact.path("claimCount").asText()));
        row.add(cell(Integer.toString(fact.path("conflicts").size())));
        row.add(cell(fact.path("details").toString()));
        return row.toString();
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read a stored fact", e);
        }
    }

    private static String cell(String text) {
        String inert =
                !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return inert.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + inert.replace("\"", "\"\"") + '"'
                : inert;
    }
}
