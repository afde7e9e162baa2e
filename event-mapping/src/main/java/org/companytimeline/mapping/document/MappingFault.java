package org.companytimeline.mapping.document;

import java.util.List;

/// One thing wrong with a mapping.
///
/// @param path to the part at fault, such as `events[0].details.round`; empty for the whole
/// @param line of the document, from 1; 0 where it is about a file's header
/// @param detail what is wrong and what to change, as words to stand behind the path
/// @param allowed the accepted values where they can be listed, otherwise empty
public record MappingFault(String path, int line, String detail, List<String> allowed) {

    /// As a line to show.
    @Override
    public String toString() {
        String place = line == 0 ? "" : "line " + line + ": ";
        return place
                + (path.isEmpty() ? "" : path + " ")
                + detail
                + (allowed.isEmpty() ? "" : " (allowed: " + String.join(", ", allowed) + ")");
    }
}
