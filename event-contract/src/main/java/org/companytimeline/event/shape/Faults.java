package org.companytimeline.event.shape;

import java.util.List;

/// Takes down everything that is wrong with a document.
public interface Faults {

    /// For who asks only whether there are any.
    Faults NOT_TAKEN_DOWN =
            new Faults() {
                @Override
                public void add(Pointer at, String detail, List<String> allowed) {}

                @Override
                public void addBeyondSchema(Pointer at, String detail) {}
            };

    /// A fault that the JSON Schema finds too.
    ///
    /// @param detail what is wrong and what to change, as a sentence
    /// @param allowed the accepted values where they can be listed, otherwise empty
    void add(Pointer at, String detail, List<String> allowed);

    /// A fault against a rule that JSON Schema can't say.
    void addBeyondSchema(Pointer at, String detail);

    default void add(Pointer at, String detail) {
        add(at, detail, List.of());
    }
}
