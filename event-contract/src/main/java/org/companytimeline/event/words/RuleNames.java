package org.companytimeline.event.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Names of rules together.
final class RuleNames {

    private RuleNames() {}

    /// The rule that joins phrases, then those that read them, each once, with a `+` between them.
    static String joined(String rule, String first, String second) {
        Set<String> names = new LinkedHashSet<>();
        names.add(rule);
        names.addAll(List.of(first.split("\\+", -1)));
        names.addAll(List.of(second.split("\\+", -1)));
        return String.join("+", names);
    }
}
