package org.companytimeline.mapping.document;

import java.util.ArrayList;
import java.util.List;

/// The faults of one mapping, the first [#MOST] of them.
public final class MappingFaults {

    /// Beyond so many the rest is not listed.
    public static final int MOST = 100;

    private final List<MappingFault> faults = new ArrayList<>();

    public void add(At at, String detail) {
        add(at, detail, List.of());
    }

    public void add(At at, String detail, List<String> allowed) {
        if (faults.size() < MOST) {
            faults.add(new MappingFault(at.path(), at.line(), detail, allowed));
        }
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    public List<MappingFault> toList() {
        return List.copyOf(faults);
    }
}
