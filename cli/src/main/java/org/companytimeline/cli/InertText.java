package org.companytimeline.cli;

/// Text from strangers as it may go to a terminal: what would steer the terminal or reorder what is
/// read stands there as a visible escape, such as `\u001B`.
final class InertText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private InertText() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(InertText::isActive)) {
            return text;
        }
        var inert = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> append(inert, codePoint));
        return inert.toString();
    }

    /// The same JSON, in which such characters of texts stand as escapes of JSON.
    static String ofJson(String json) {
        if (json.codePoints().noneMatch(InertText::isActive)) {
            return json;
        }
        var inert = new StringBuilder(json.length() + 16);
        json.codePoints()
                .forEach(codePoint -> {
                    if (codePoint == '\t') {
                        // Stands between tokens only: in a text it is an escape already.
                        inert.append(' ');
                    } else if (isActive(codePoint)) {
                        for (char unit : Character.toChars(codePoint)) {
                            inert.append("\\u%04X".formatted((int) unit));
                        }
                    } else {
                        inert.appendCodePoint(codePoint);
                    }
                });
        return inert.toString();
    }

    private static void append(StringBuilder to, int codePoint) {
        if (!isActive(codePoint)) {
            to.appendCodePoint(codePoint);
        } else if (Character.isBmpCodePoint(codePoint)) {
            to.append("\\u%04X".formatted(codePoint));
        } else {
            to.append("\\u{%X}".formatted(codePoint));
        }
    }

    /// Controls (C0, C1), line and paragraph separators, lone surrogates, and format characters,
    /// among them all that turn the direction of writing. The two joiners stay: scripts and emoji
    /// need them.
    private static boolean isActive(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            case Character.FORMAT ->
                    codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }
}
