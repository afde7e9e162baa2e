package org.companytimeline.benchmarks;

import java.util.List;

/// A table in Markdown.
final class Table {

    private Table() {}

    /// Figures and how many times the reference's each is.
    static String ofRatios(String title, String unit, List<Figures> figures, Figures reference) {
        StringBuilder table =
                new StringBuilder(
                        "| %s | %s (median) | least to most | times \"%s\" |%n|---|---:|---:|---:|%n"
                                .formatted(title, unit, reference.name()));
        for (Figures each : figures) {
            table.append(
                    "| %s | %,.0f | %,.0f to %,.0f | %.3f |%n"
                            .formatted(
                                    each.name(),
                                    each.median(),
                                    each.least(),
                                    each.most(),
                                    each.median() / reference.median()));
        }
        return table.toString();
    }
}
