package org.companytimeline.event.words;

import java.util.List;
import java.util.stream.Stream;

/// All rules, in the order in which they are tried.
final class RuleTable {

    static final List<Rule> RULES =
            Stream.of(AbsoluteRules.all(), RelativeRules.all(), CompoundRules.all())
                    .flatMap(List::stream)
                    .toList();

    private RuleTable() {}
}
