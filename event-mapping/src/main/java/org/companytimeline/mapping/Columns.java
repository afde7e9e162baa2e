package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.shape.Words;
import org.companytimeline.mapping.document.At;
import org.companytimeline.mapping.document.MappingFault;
import org.companytimeline.mapping.document.MappingFaults;
import org.jspecify.annotations.Nullable;

/// The columns that a mapping uses, each with a number and the place where it is used first.
final class Columns {

    private final List<String> declared;
    private final MappingFaults faults;
    private final Map<String, At> used = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new LinkedHashMap<>();

    /// @param declared those that may be used; empty for any
    Columns(List<String> declared, MappingFaults faults) {
        this.declared = declared;
        this.faults = faults;
    }

    /// The number of a column.
    int slot(String name, At at) {
        if (!declared.isEmpty() && !declared.contains(name)) {
            faults.add(at, "names the column " + unknown(name, declared), declared);
        }
        used.putIfAbsent(name, at);
        return slots.computeIfAbsent(name, _ -> slots.size());
    }

    /// The columns by their numbers.
    List<String> names() {
        return List.copyOf(slots.keySet());
    }

    /// What a file with this header lacks, or has twice.
    List<MappingFault> faultsAgainst(List<String> header) {
        List<MappingFault> missing = new ArrayList<>();
        used.forEach((name, at) -> {
            int first = header.indexOf(name);
            if (first < 0) {
                missing.add(
                        new MappingFault(
                                at.path(),
                                at.line(),
                                "needs the column " + unknown(name, header),
                                header));
            } else if (header.lastIndexOf(name) != first) {
                missing.add(
                        new MappingFault(
                                at.path(),
                                at.line(),
                                "needs the column "
                                        + Words.quoted(name)
                                        + ", which the header has twice; rename one",
                                List.of()));
            }
        });
        for (String name : declared) {
            if (!header.contains(name) && !used.containsKey(name)) {
                missing.add(
                        new MappingFault(
                                "columns", 0, "names the column " + unknown(name, header), header));
            }
        }
        return missing;
    }

    private static String unknown(String name, List<String> known) {
        @Nullable String nearest = Words.nearest(name, known).orElse(null);
        return Words.quoted(name)
                + ", which is not there"
                + (nearest == null ? "" : "; did you mean " + Words.quoted(nearest) + "?");
    }
}
