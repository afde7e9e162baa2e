package org.companytimeline.event.edtf;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One of several dates, written `[a,b]`; each member is a date or a range `a..b`, as an interval.
record OneOf(List<Value> members) implements Value {

    OneOf {
        members = List.copyOf(members);
    }

    @Override
    public @Nullable LocalDate earliest() {
        boolean open = members.stream().anyMatch(member -> member.earliest() == null);
        return open
                ? null
                : members.stream()
                        .map(member -> Objects.requireNonNull(member.earliest()))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    @Override
    public @Nullable LocalDate latest() {
        boolean open = members.stream().anyMatch(member -> member.latest() == null);
        return open
                ? null
                : members.stream()
                        .map(member -> Objects.requireNonNull(member.latest()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    @Override
    public Qualifier qualifier() {
        return members.stream().map(Value::qualifier).reduce(Qualifier.NONE, Qualifier::and);
    }
}
