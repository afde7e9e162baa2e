package org.companytimeline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Words;
import org.junit.jupiter.api.Test;

/// Identifiers of real registers pass; skipped where there is no test data.
class RealIdentifiersTest {

    private static final Path DATA =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("TIMELINE_TEST_DATA"), "../../shared/data"));

    @Test
    void everyLeiOfTheGlobalIndexIsTaken() throws IOException {
        Set<String> leis = new TreeSet<>();
        for (String file :
                List.of("lei-data.json", "lei-updates-data.json", "lei-updates-data2.json")) {
            StrictJson.MAPPER
                    .readTree(data("gleif-events/" + file))
                    .findValuesAsText("LEI")
                    .forEach(leis::add);
        }

        Set<String> refused = refused(IdentifierScheme.LEI, leis);

        assertThat(leis).hasSizeGreaterThan(10);
        assertThat(refused).isEmpty();
    }

    @Test
    void everyCikOfAListOfLargeCompaniesIsTaken() throws IOException {
        Set<String> ciks = new TreeSet<>();
        Pattern cik = Pattern.compile(",\\d{4}-\\d\\d-\\d\\d,(\\d+),");
        data("sp500/constituents.csv")
                .lines()
                .forEach(line ->
                        cik.matcher(line).results().forEach(found -> ciks.add(found.group(1))));

        Set<String> refused = refused(IdentifierScheme.CIK, ciks);

        assertThat(ciks).hasSizeGreaterThan(450);
        assertThat(refused).isEmpty();
    }

    private static Set<String> refused(IdentifierScheme scheme, Set<String> values) {
        IdentifierRule rule = new IdentifierRule();
        Set<String> refused = new TreeSet<>(values);
        refused.removeIf(value -> {
            JsonNode json =
                    StrictJson.MAPPER
                            .createObjectNode()
                            .put("scheme", Words.kebab(scheme.name()))
                            .put("value", value);
            return rule.checkMembers(json, Pointer.ROOT, Faults.NOT_TAKEN_DOWN)
                    && rule.check(
                            new Identified(scheme, value, null),
                            Pointer.ROOT,
                            Faults.NOT_TAKEN_DOWN);
        });
        return refused;
    }

    private static String data(String file) throws IOException {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), () -> "no test data: " + path.toAbsolutePath());
        return Files.readString(path);
    }
}
