package org.companytimeline.event.words;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.companytimeline.event.edtf.Edtf;

/// An EDTF value by its parts, as far as words need them; its text is EDTF in one form.
sealed interface Written permits Point, Span, Choice {

    static Written of(Edtf edtf) {
        String text = edtf.toString();
        if (text.startsWith("[")) {
            return new Choice(
                    Arrays.stream(text.substring(1, text.length() - 1).split(",", -1))
                            .map(member -> member(member.strip()))
                            .toList());
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? Point.read(text)
                : new Span(end(text.substring(0, slash)), end(text.substring(slash + 1)));
    }

    private static Written member(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? Point.read(text)
                : new Span(limit(text.substring(0, dots)), limit(text.substring(dots + 2)));
    }

    private static Span.End end(String text) {
        return text.isEmpty()
                ? Span.Missing.UNKNOWN
                : text.equals("..") ? Span.Missing.OPEN : Point.read(text);
    }

    private static Span.End limit(String text) {
        return text.isEmpty() ? Span.Missing.OPEN : Point.read(text);
    }

    /// The same with each of its dates changed.
    Written each(UnaryOperator<Point> change);

    /// The same with these marks on every part of every date, beside those that it has.
    default Written marked(Marks more) {
        return each(point -> point.marked(more));
    }

    /// The same without any marks.
    default Written plain() {
        return each(Point::unmarked);
    }
}
