package org.companytimeline.event.words;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A phrase that the table knows, as read.
///
/// @param rule the names of the rules that read it
/// @param isRelative whether it means nothing without an anchor
/// @param meaning what it means when written at a moment
record Phrase(String rule, boolean isRelative, Kind kind, Function<Moment, Written> meaning) {

    Written at(Moment moment) {
        return meaning.apply(moment);
    }

    /// The same with another meaning, read by one more rule.
    Phrase within(String outer, Kind kindThen, UnaryOperator<Written> change) {
        return new Phrase(outer + rule, isRelative, kindThen, moment -> change.apply(at(moment)));
    }
}
