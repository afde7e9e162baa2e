package org.companytimeline.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The three sheets of the Crunchbase export of 4 December 2015, in a folder. They are not part of
/// the product: their licence does not allow commercial use.
record CrunchbaseExport(Path folder) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

    /// What the sheet of companies says of one.
    ///
    /// @param name as it is given
    /// @param country three letters of ISO 3166-1, or empty
    /// @param total in US dollars, absent where the sheet has none
    record Stated(
            String name,
            String country,
            long rounds,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable BigDecimal total) {}

    /// A sheet and the mapping that reads it.
    enum Sheet {
        COMPANIES("companies.csv.gz", "crunchbase-2015-companies"),
        ROUNDS("rounds2.csv.gz", "crunchbase-2015-rounds"),
        ACQUISITIONS("acquisitions.csv.gz", "crunchbase-2015-acquisitions");

        private final String file;
        private final String mapping;

        Sheet(String file, String mapping) {
            this.file = file;
            this.mapping = mapping;
        }

        String mapping() {
            return mapping;
        }
    }

    Path path(Sheet sheet) {
        return folder.resolve(sheet.file);
    }

    /// What is said of each company, by its permalink in small letters.
    Map<String, Stated> stated() throws IOException {
        Map<String, Stated> stated = new LinkedHashMap<>();
        read(
                Sheet.COMPANIES,
                row ->
                        stated.put(
                                row.getField("permalink").toLowerCase(Locale.ROOT),
                                new Stated(
                                        row.getField("name"),
                                        row.getField("country_code"),
                                        Long.parseLong(row.getField("funding_rounds")),
                                        day(row.getField("first_funding_at")),
                                        day(row.getField("last_funding_at")),
                                        amount(row.getField("funding_total_usd")))));
        return stated;
    }

    /// What the sheet of rounds adds up to, by the permalink of the company in small letters.
    Map<String, Raised> raised() throws IOException {
        Map<String, Raised> raised = new HashMap<>();
        read(
                Sheet.ROUNDS,
                row -> {
                    String day = row.getField("funded_at");
                    raised.merge(
                            row.getField("company_permalink").toLowerCase(Locale.ROOT),
                            Raised.once(
                                    day.isEmpty() ? null : LocalDate.parse(day, DAY),
                                    Objects.requireNonNullElse(
                                            amount(row.getField("raised_amount_usd")),
                                            BigDecimal.ZERO)),
                            Raised::plus);
                });
        return raised;
    }

    /// The part of a permalink by which Crunchbase knows a company, as the mappings read it:
    /// control characters, of which one has some, become replacement characters.
    static String lastPart(String permalink) {
        return permalink
                .substring(permalink.lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}|[\u0080-\u009F]", "\uFFFD");
    }

    private void read(Sheet sheet, Consumer<NamedCsvRecord> taker) throws IOException {
        try (InputStream file = Files.newInputStream(path(sheet));
                Reader text =
                        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(taker);
        }
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static @Nullable BigDecimal amount(String text) {
        return text.isBlank() || text.equals("-") ? null : new BigDecimal(text);
    }
}
