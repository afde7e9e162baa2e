package org.companytimeline.event;

import java.util.ArrayList;
import java.util.List;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.Pointer;

/// The faults of one document, the first [#MOST_FAULTS] of them.
final class FaultList implements Faults {

    /// Beyond so many faults a document is beyond repair, and the rest is not listed.
    static final int MOST_FAULTS = 100;

    private final List<Fault> faults = new ArrayList<>();
    private boolean schemaFindsSome;

    @Override
    public void add(Pointer at, String detail, List<String> allowed) {
        schemaFindsSome = true;
        keep(at, detail, allowed);
    }

    @Override
    public void addBeyondSchema(Pointer at, String detail) {
        keep(at, detail, List.of());
    }

    /// A fault against a rule that JSON Schema can't say, with values that are accepted.
    void addBeyondSchema(Pointer at, String detail, List<String> allowed) {
        keep(at, detail, allowed);
    }

    private void keep(Pointer at, String detail, List<String> allowed) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(at.toString(), detail, allowed));
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /// Whether a JSON Schema validator would refuse the document too.
    boolean schemaFindsSome() {
        return schemaFindsSome;
    }

    List<Fault> toList() {
        return List.copyOf(faults);
    }
}
