package org.companytimeline.mapping.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.shape.Words;
import org.jspecify.annotations.Nullable;

/// The members of one part of a document, each asked for by name. [#end] tells those that nobody
/// asked for.
public final class Section {

    private final At at;
    private final Map<String, Part> members;
    private final MappingFaults faults;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(At at, Map<String, Part> members, MappingFaults faults) {
        this.at = at;
        this.members = members;
        this.faults = faults;
    }

    /// The section that a part is; of one that has no members an empty one, which is told.
    public static Section of(Part part, MappingFaults faults) {
        if (part instanceof Part.Members members) {
            return new Section(part.at(), members.members(), faults);
        }
        faults.add(part.at(), "has no members; write \"name: value\" lines below it");
        return new Section(part.at(), Map.of(), faults);
    }

    public At at() {
        return at;
    }

    /// The names that stand there.
    public Set<String> names() {
        return members.keySet();
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// Null where it is left out.
    public @Nullable Part get(String name) {
        known.add(name);
        return members.get(name);
    }

    /// A text; null where it is left out, or is none, which is told.
    public @Nullable String text(String name) {
        Part part = get(name);
        if (part == null) {
            return null;
        }
        if (part instanceof Part.Text text) {
            return text.value();
        }
        faults.add(part.at(), "is no text");
        return null;
    }

    /// A text that has to be there: empty where it is not, which is told.
    public String requiredText(String name) {
        String text = text(name);
        if (text == null && !members.containsKey(name)) {
            faults.add(at, "lacks " + Words.quoted(name) + "; it is required here");
        } else if (text != null && text.isBlank()) {
            faults.add(placeOf(name), "is empty; it is required here");
        }
        return text == null ? "" : text;
    }

    /// One of several texts.
    public String choice(String name, String otherwise, List<String> allowed) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (!allowed.contains(text)) {
            faults.add(placeOf(name), "is " + Words.quoted(text), allowed);
            return otherwise;
        }
        return text;
    }

    /// A list of texts, or one text for a list of one; empty where it is left out.
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Part item : items(name)) {
            if (item instanceof Part.Text text) {
                texts.add(text.value());
            } else {
                faults.add(item.at(), "is no text");
            }
        }
        return List.copyOf(texts);
    }

    /// A list, or one part for a list of one; empty where it is left out.
    public List<Part> items(String name) {
        Part part = get(name);
        if (part == null) {
            return List.of();
        }
        return part instanceof Part.Items list ? list.items() : List.of(part);
    }

    /// A section of its own; null where it is left out.
    public @Nullable Section section(String name) {
        Part part = get(name);
        return part == null ? null : of(part, faults);
    }

    /// Where a member stands, of one that is left out where the section does.
    public At placeOf(String name) {
        Part part = members.get(name);
        return part == null ? at : part.at();
    }

    /// Tells every member that nobody asked for.
    public void end() {
        List<String> allowed = List.copyOf(known);
        members.forEach((name, part) -> {
            if (!known.contains(name)) {
                String hint =
                        Words.nearest(name, allowed)
                                .map(nearest -> "; did you mean " + Words.quoted(nearest) + "?")
                                .orElse("");
                faults.add(part.at(), "is unknown here" + hint, allowed);
            }
        });
    }
}
