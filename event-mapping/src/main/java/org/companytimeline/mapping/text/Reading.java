package org.companytimeline.mapping.text;

/// What a text was read as.
public sealed interface Reading<T> {

    /// It means this.
    record Value<T>(T value) implements Reading<T> {}

    /// It means nothing that is accepted.
    ///
    /// @param reason what is wrong and what to change, as words to stand behind the text
    record Unfit<T>(String reason) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Reading<T> unfit(String reason) {
        return new Unfit<>(reason);
    }
}
