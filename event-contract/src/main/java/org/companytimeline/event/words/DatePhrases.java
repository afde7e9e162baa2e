package org.companytimeline.event.words;

import java.util.Arrays;
import java.util.Set;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.jspecify.annotations.Nullable;

/// Reads dates in words, in English and French, by a table of rules.
///
/// The language is known by its phrases. Case, accents, the form of apostrophes and hyphens, spaces
/// and a closing full stop do not count. Nothing is guessed: what the table does not know is
/// refused.
public final class DatePhrases {

    /// Characters of a phrase.
    public static final int MOST_CHARACTERS = 200;

    /// Characters of the names of the rules that read one phrase.
    public static final int MOST_RULE_CHARACTERS = 100;

    /// Known phrases in the refusal of an unknown one.
    public static final int MOST_NEAREST = 5;

    /// Days of an anchor: ten years.
    public static final int MOST_ANCHOR_DAYS = 3_660;

    private static final Set<String> WITHOUT_A_TIME =
            Set.of("recently", "lately", "recemment", "dernierement", "soon", "bientot");

    private DatePhrases() {}

    /// Reads a phrase.
    ///
    /// @param anchor when it was written, as far as that is known; not looked at where the phrase
    ///   needs none
    public static DateReading read(String text, @Nullable Edtf anchor) {
        if (text.length() > MOST_CHARACTERS) {
            return unknown(
                    "has more than "
                            + MOST_CHARACTERS
                            + " characters, which no known date in words has; give the date in"
                            + " edtf too, or shorten it to one of the allowed ones",
                    Normal.form(text.substring(0, MOST_CHARACTERS)));
        }
        String normal = Normal.form(text);
        try {
            for (Language language : Language.values()) {
                Phrase phrase = PhraseReader.read(normal, language);
                if (phrase != null) {
                    return resolved(phrase, anchor);
                }
            }
        } catch (EdtfException refusal) {
            return new DateReading.TextUnfit("means no date: " + refusal.getMessage());
        }
        return WITHOUT_A_TIME.contains(normal)
                ? unknown("names no time; give the date in edtf too, as far as it is known", normal)
                : unknown(
                        "is no known date in words; write it like one of the allowed ones, or give"
                                + " the date in edtf too",
                        normal);
    }

    private static DateReading unknown(String detail, String normal) {
        return new DateReading.Unknown(detail, NearestPhrases.to(normal, MOST_NEAREST));
    }

    private static DateReading resolved(Phrase phrase, @Nullable Edtf edtf) {
        if (phrase.rule().length() > MOST_RULE_CHARACTERS) {
            return new DateReading.TextUnfit(
                    "is made of too many phrases; give the date in edtf too");
        }
        if (!phrase.isRelative()) {
            return resolved(phrase, phrase.at(Moment.ANY));
        }
        if (edtf == null) {
            return new DateReading.AnchorNeeded(
                    "is missing; these words mean a date only together with the date on which they"
                            + " were written");
        }
        if (edtf.earliest().isEmpty() || edtf.latest().isEmpty()) {
            return new DateReading.AnchorUnfit(
                    "has an open or unknown end, so nothing can be reckoned from it; give the date"
                            + " on which the words were written, as far as it is known");
        }
        if (edtf.days() > MOST_ANCHOR_DAYS) {
            return new DateReading.AnchorUnfit(
                    "spans more than ten years; give a narrower date on which the words were"
                            + " written");
        }
        Written date = Reckoning.over(Anchor.of(edtf), phrase);
        return date == null ? tooWide() : resolved(phrase, date);
    }

    private static DateReading tooWide() {
        return new DateReading.AnchorUnfit(
                "leaves too many dates open; give a narrower date on which the words were written");
    }

    private static DateReading resolved(Phrase phrase, Written date) {
        String text = date.toString();
        if (text.length() > Edtf.MAXIMUM_LENGTH) {
            return tooWide();
        }
        Edtf edtf = Edtf.parse(text);
        return phrase.isRelative() && hasLongWords(edtf)
                ? tooWide()
                : new DateReading.Resolved(edtf, phrase.rule());
    }

    /// Whether its words are too many to be read again.
    private static boolean hasLongWords(Edtf edtf) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> DateWords.of(edtf, language).length() > MOST_CHARACTERS);
    }
}
