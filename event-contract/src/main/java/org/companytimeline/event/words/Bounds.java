package org.companytimeline.event.words;

/// Where dates begin and end, as ends of intervals.
///
/// "By" and "since" count the date itself, "before" and "after" do not.
final class Bounds {

    private Bounds() {}

    static Span between(Written first, Written last) {
        return new Span(start(first), end(last));
    }

    static Span by(Written date) {
        return new Span(Span.Missing.OPEN, end(date));
    }

    static Span since(Written date) {
        return new Span(start(date), Span.Missing.OPEN);
    }

    /// Before it; of one of several, before the last of them.
    static Span before(Written date) {
        if (date instanceof Choice choice) {
            return before(choice.members().getLast());
        }
        Span.End end = start(date) instanceof Point start ? start.previous() : start(date);
        return new Span(Span.Missing.OPEN, end);
    }

    /// After it; of one of several, after the first of them.
    static Span after(Written date) {
        if (date instanceof Choice choice) {
            return after(choice.members().getFirst());
        }
        Span.End start = end(date) instanceof Point end ? end.next() : end(date);
        return new Span(start, Span.Missing.OPEN);
    }

    /// Where it begins; of one of several, where the first of them does.
    static Span.End start(Written date) {
        return switch (date) {
            case Point point -> point.start();
            case Span span -> span.start();
            case Choice choice -> start(choice.members().getFirst());
        };
    }

    /// Where it ends; of one of several, where the last of them does.
    static Span.End end(Written date) {
        return switch (date) {
            case Point point -> point.end();
            case Span span -> span.end();
            case Choice choice -> end(choice.members().getLast());
        };
    }
}
