package org.companytimeline.event.words;

import java.util.function.UnaryOperator;

/// From one date to another, or a range among several dates.
record Span(End start, End end) implements Written {

    /// Where it starts or ends.
    sealed interface End permits Point, Missing {}

    /// No date at one end.
    enum Missing implements End {
        OPEN(".."),
        UNKNOWN("");

        private final String text;

        Missing(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Override
    public Span each(UnaryOperator<Point> change) {
        return new Span(changed(start, change), changed(end, change));
    }

    private static End changed(End end, UnaryOperator<Point> change) {
        return switch (end) {
            case Point point -> change.apply(point);
            case Missing missing -> missing;
        };
    }

    /// Its text among several dates: `a..b`.
    String asMember() {
        return (start instanceof Missing ? "" : start) + ".." + (end instanceof Missing ? "" : end);
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
