package org.companytimeline.event.words;

import org.companytimeline.event.edtf.Edtf;

/// Tells dates in words.
public final class DateWords {

    private DateWords() {}

    /// An EDTF value in words. Values that can mean different days, or are uncertain or approximate
    /// in different parts, have different words. [DatePhrases] reads the words of what it gave as
    /// the same value again.
    public static String of(Edtf edtf, Language language) {
        DateSpeech speech =
                switch (language) {
                    case EN -> new EnglishDates();
                    case FR -> new FrenchDates();
                };
        return speech.words(Written.of(edtf));
    }
}
