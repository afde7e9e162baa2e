package org.companytimeline.model.naive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A row of the table in `docs/facts.md`, read from there.
///
/// @param key the fields of the key
/// @param days how far dates may lie apart that do not meet; none if the date is no part of the key
/// @param nearest whether the nearest amount chooses among facts that fit
/// @param amounts the part by which amounts of one fact may differ; none if they do not count
/// @param fields what may be in conflict, each with the part by which numbers may differ
record NaiveRule(
        List<String> key,
        @Nullable Long days,
        boolean nearest,
        @Nullable BigDecimal amounts,
        Map<String, BigDecimal> fields) {

    private static final Pattern FIELD = Pattern.compile("`([A-Za-z.]+)`(?: ([0-9]+) %)?");

    private static final Map<String, NaiveRule> TABLE = table();

    static NaiveRule of(String type) {
        return Objects.requireNonNull(TABLE.get(type), type);
    }

    private static Map<String, NaiveRule> table() {
        Map<String, NaiveRule> table = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("../docs/facts.md"))) {
                String[] cells = line.split("\\|", -1);
                if (line.startsWith("| `") && cells.length == 7) {
                    String days = cells[3].strip();
                    String amounts = cells[4].strip();
                    table.put(
                            cells[1].strip().replace("`", ""),
                            new NaiveRule(
                                    List.copyOf(fields(cells[2]).keySet()),
                                    days.equals("any") ? null : Long.valueOf(days),
                                    amounts.equals("nearest"),
                                    amounts.endsWith("%") ? part(amounts.split(" ", -1)[0]) : null,
                                    fields(cells[5])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the table of facts", e);
        }
        return table;
    }

    private static Map<String, BigDecimal> fields(String cell) {
        Map<String, BigDecimal> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(cell);
        while (field.find()) {
            fields.put(
                    field.group(1),
                    field.group(2) == null ? BigDecimal.ZERO : part(field.group(2)));
        }
        return fields;
    }

    private static BigDecimal part(String percent) {
        return new BigDecimal(percent).movePointLeft(2);
    }
}
