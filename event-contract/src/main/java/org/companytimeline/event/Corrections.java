package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.companytimeline.event.shape.Pointer;

/// Applies corrections to their targets.
final class Corrections {

    private static final List<String> CHANGEABLE = List.of("when", "status", "thread", "details");

    /// Where one of these changes, the date is no longer what the target's rule gave.
    private static final List<String> RULED = List.of("edtf", "text", "anchor");

    private Corrections() {}

    static Correction apply(Event target, Event correction) {
        if (!(correction.details() instanceof CompanyEvent.Corrected corrected)) {
            throw new IllegalArgumentException(
                    "not a correction: " + EventType.of(correction.details()).name());
        }
        FaultList faults = new FaultList();
        EventType type = EventType.of(target.details());
        if (type.isAnnotation()) {
            faults.add(
                    Pointer.ROOT.to("type"),
                    "is " + type.name() + ", which can't be corrected; retract it");
            return new Correction.Unfit(faults.toList());
        }
        Event patched = EventReader.read(patched(target, corrected.change()), faults);
        return patched == null || !faults.isEmpty()
                ? new Correction.Unfit(faults.toList())
                : new Correction.Applied(said(patched, correction));
    }

    private static ObjectNode patched(Event target, ObjectNode change) {
        ObjectNode event = EventWriter.shortForm(target);
        if (RULED.stream().anyMatch(change.path("when")::has)
                && event.get("when") instanceof ObjectNode when) {
            when.remove("rule");
        }
        for (String name : CHANGEABLE) {
            if (change.has(name)) {
                MergePatch.apply(event, name, change.path(name));
            }
        }
        return event;
    }

    /// The content of a patched target in the words of its correction.
    private static Event said(Event patched, Event correction) {
        return new Event(
                correction.id(),
                correction.publisher(),
                correction.time(),
                correction.company(),
                patched.when(),
                patched.status(),
                patched.details(),
                correction.sources(),
                patched.thread(),
                correction.confidence(),
                correction.lang(),
                correction.note(),
                correction.operator());
    }
}
