package org.companytimeline.event.edtf;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;

/// A date in EDTF (ISO 8601-2), given back as it was written, with the days it can mean.
@SuppressWarnings("DoNotCallSuggester")
public final class Edtf {

    private Edtf() {}

    /// Reads an EDTF value; throws [EdtfException] with a hint at what would be accepted.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Edtf parse(String text) {
        throw new EdtfException(text);
    }

    /// The first day it can mean; absent where the start is open or unknown.
    public Optional<LocalDate> earliest() {
        throw new UnsupportedOperationException();
    }

    /// The last day it can mean; absent where the end is open or unknown.
    public Optional<LocalDate> latest() {
        throw new UnsupportedOperationException();
    }

    /// As it was written.
    @JsonValue
    @Override
    public String toString() {
        throw new UnsupportedOperationException();
    }
}
