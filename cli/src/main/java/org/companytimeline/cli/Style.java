package org.companytimeline.cli;

/// Whether text is coloured: only on a terminal, and not where `NO_COLOR` is set.
enum Style {
    COLOURED,
    PLAIN;

    static Style of(boolean isTerminal, boolean noColor) {
        return isTerminal && !noColor ? COLOURED : PLAIN;
    }

    String bold(String text) {
        return marked("1", text);
    }

    String dim(String text) {
        return marked("2", text);
    }

    String warning(String text) {
        return marked("33", text);
    }

    private String marked(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\033[%sm%s\033[0m".formatted(code, text);
    }
}
