package org.companytimeline.event.words;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of several dates.
///
/// @param members dates and ranges, at least one
record Choice(List<Written> members) implements Written {

    Choice {
        members = List.copyOf(members);
    }

    /// One of all these; of one alone it is that one.
    static Written of(List<? extends Written> alternatives) {
        List<Written> members =
                alternatives.stream().flatMap(Choice::membersOf).distinct().toList();
        return members.size() == 1 && !(alternatives.getFirst() instanceof Choice)
                ? members.getFirst()
                : new Choice(members);
    }

    private static Stream<Written> membersOf(Written written) {
        return written instanceof Choice choice ? choice.members().stream() : Stream.of(written);
    }

    @Override
    public Choice each(UnaryOperator<Point> change) {
        return new Choice(members.stream().map(member -> member.each(change)).toList());
    }

    @Override
    public String toString() {
        return members.stream()
                .map(member -> member instanceof Span range ? range.asMember() : member.toString())
                .collect(Collectors.joining(",", "[", "]"));
    }
}
