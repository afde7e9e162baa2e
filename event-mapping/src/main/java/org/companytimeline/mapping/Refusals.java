package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is wrong with one row, as it is found; the first [#MOST] of it.
final class Refusals {

    private static final int MOST = 20;

    private final List<Refusal> refusals = new ArrayList<>(0);

    void add(Collection<String> columns, String reason) {
        Refusal refusal = new Refusal(String.join(", ", columns), reason);
        if (refusals.size() < MOST && !refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }

    boolean isEmpty() {
        return refusals.isEmpty();
    }

    List<Refusal> toList() {
        return List.copyOf(refusals);
    }
}
