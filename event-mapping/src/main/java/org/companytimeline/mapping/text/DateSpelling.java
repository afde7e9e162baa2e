package org.companytimeline.mapping.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.companytimeline.event.words.DatePhrases;
import org.companytimeline.event.words.DateReading;
import org.jspecify.annotations.Nullable;

/// One way in which a file spells dates.
public sealed interface DateSpelling {

    /// The date that a text spells in this way; empty where it is spelled otherwise.
    ///
    /// @param anchor when words were written, as far as that is known
    Optional<FileDate> read(String text, @Nullable Edtf anchor);

    /// By a pattern.
    record ByPattern(DatePattern pattern) implements DateSpelling {

        @Override
        public Optional<FileDate> read(String text, @Nullable Edtf anchor) {
            DatePattern.Spelled spelled = pattern.read(text);
            return spelled == null
                    ? Optional.empty()
                    : Optional.of(FileDate.spelled(text, spelled.edtf()));
        }
    }

    /// A day with a time behind it, such as `2005-03-22T08:00:00+01:00`: the day as it is written.
    enum Timestamp implements DateSpelling {
        ISO;

        private static final Pattern SPELLING =
                Pattern.compile(
                        "([0-9]{4}-[0-9]{2}-[0-9]{2})[T"
                                + " ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?"
                                + " ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?");

        @Override
        public Optional<FileDate> read(String text, @Nullable Edtf anchor) {
            Matcher matcher = SPELLING.matcher(text);
            return matcher.matches()
                    ? edtf(matcher.group(1)).map(day -> FileDate.spelled(text, matcher.group(1)))
                    : Optional.empty();
        }
    }

    /// EDTF as it stands.
    enum AsEdtf implements DateSpelling {
        EDTF;

        @Override
        public Optional<FileDate> read(String text, @Nullable Edtf anchor) {
            return edtf(text).map(FileDate::of);
        }
    }

    /// Words, see [DatePhrases].
    enum Words implements DateSpelling {
        WORDS;

        @Override
        public Optional<FileDate> read(String text, @Nullable Edtf anchor) {
            return DatePhrases.read(text, anchor) instanceof DateReading.Resolved resolved
                    ? Optional.of(new FileDate(resolved.edtf(), text, anchor, resolved.rule()))
                    : Optional.empty();
        }
    }

    private static Optional<Edtf> edtf(String text) {
        try {
            return Optional.of(Edtf.parse(text));
        } catch (EdtfException none) {
            return Optional.empty();
        }
    }
}
