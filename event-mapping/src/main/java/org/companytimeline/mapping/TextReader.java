package org.companytimeline.mapping;

import java.util.ArrayList;
import java.util.List;
import org.companytimeline.mapping.TextSource.Template.Piece;
import org.companytimeline.mapping.document.At;
import org.companytimeline.mapping.document.MappingFaults;
import org.companytimeline.mapping.document.Part;
import org.companytimeline.mapping.document.Section;
import org.jspecify.annotations.Nullable;

/// Reads where texts of rows come from.
final class TextReader {

    private static final TextSource NOTHING = new TextSource.First(List.of());

    private final Columns columns;
    private final MappingFaults faults;
    private final boolean inSplit;

    TextReader(Columns columns, MappingFaults faults) {
        this(columns, faults, false);
    }

    private TextReader(Columns columns, MappingFaults faults, boolean inSplit) {
        this.columns = columns;
        this.faults = faults;
        this.inSplit = inSplit;
    }

    /// The same where `{item}` is the current item of a list.
    TextReader ofItems() {
        return new TextReader(columns, faults, true);
    }

    /// A template, several of which the first counts that gives something, or a part of one.
    TextSource read(Part part) {
        return switch (part) {
            case Part.Text text -> template(text.value(), text.at());
            case Part.Items items ->
                    new TextSource.First(items.items().stream().map(this::read).toList());
            case Part.Members members -> sliceOrFirst(members);
        };
    }

    /// That of a member of a section; null where it is left out.
    @Nullable TextSource member(Section section, String name) {
        Part part = section.get(name);
        return part == null ? null : read(part);
    }

    private TextSource sliceOrFirst(Part.Members members) {
        Section section = Section.of(members, faults);
        if (section.has("first")) {
            TextSource first = member(section, "first");
            section.end();
            return first == null ? NOTHING : first;
        }
        if (!section.has("part")) {
            faults.add(
                    members.at(),
                    "gives no text; write one, a list of which the first counts that gives"
                            + " something, or \"part\" with \"by\" and \"of\"");
            return NOTHING;
        }
        String number = section.requiredText("part");
        String by = section.requiredText("by");
        TextSource of = member(section, "of");
        section.end();
        if (!number.matches("-?[1-9][0-9]{0,3}")) {
            faults.add(section.placeOf("part"), "is no number from 1, or from -1 backwards");
            return NOTHING;
        }
        if (of == null) {
            faults.add(section.at(), "lacks `of`, the text to cut");
            return NOTHING;
        }
        return by.isEmpty() ? NOTHING : new TextSource.Slice(of, Integer.parseInt(number), by);
    }

    /// Reads `{column}` as the column and `{{` as a brace.
    TextSource.Template template(String text, At at) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && text.startsWith(String.valueOf(c), i + 1)) {
                literal.append(c);
                i += 2;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                String name = end < 0 ? "" : text.substring(i + 1, end);
                if (name.isBlank()) {
                    faults.add(at, "has a brace without a column; write {{ for a brace itself");
                    return new TextSource.Template(List.of());
                }
                if (!literal.isEmpty()) {
                    pieces.add(Piece.ofText(literal.toString()));
                    literal.setLength(0);
                }
                pieces.add(column(name, at));
                i = end + 1;
            } else if (c == '}') {
                faults.add(at, "has a closing brace without an opening one; write }} for it");
                return new TextSource.Template(List.of());
            } else {
                literal.append(c);
                i++;
            }
        }
        if (!literal.isEmpty() || pieces.isEmpty()) {
            pieces.add(Piece.ofText(literal.toString()));
        }
        return new TextSource.Template(List.copyOf(pieces));
    }

    private Piece column(String name, At at) {
        int slot = inSplit && name.equals(Cells.ITEM_NAME) ? Cells.ITEM : columns.slot(name, at);
        return new Piece("", name, slot);
    }
}
