package org.companytimeline.event.words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One row of the table: phrases in each language and what they mean.
///
/// @param name with its version, such as `last-year@1`; of a rule that stands before others it ends
///   with a hyphen, and has the version of what follows
/// @param examples one phrase in each language
/// @param anchor for the examples, null where they need none
record Rule(
        String name,
        @Nullable String anchor,
        Map<Language, String> examples,
        Map<Language, List<Pattern>> patterns,
        Reader reader) {

    /// What a text means that has one of the patterns.
    @FunctionalInterface
    interface Reader {

        /// Null where a part of the text means nothing here.
        @Nullable Phrase read(Found found);
    }

    static Builder named(String name) {
        return new Builder(name, null, Map.of(), Map.of());
    }

    /// A rule on its way.
    record Builder(
            String name,
            @Nullable String anchor,
            Map<Language, String> examples,
            Map<Language, List<Pattern>> patterns) {

        /// @param templates regular expressions over normalised text, with the placeholders of
        ///   [Vocabulary]
        Builder english(String example, String... templates) {
            return in(Language.EN, example, templates);
        }

        Builder french(String example, String... templates) {
            return in(Language.FR, example, templates);
        }

        private Builder in(Language language, String example, String... templates) {
            Vocabulary vocabulary = Vocabulary.of(language);
            Map<Language, String> moreExamples = new EnumMap<>(Language.class);
            moreExamples.putAll(examples);
            moreExamples.put(language, example);
            Map<Language, List<Pattern>> morePatterns = new EnumMap<>(Language.class);
            morePatterns.putAll(patterns);
            morePatterns.put(language, Stream.of(templates).map(vocabulary::pattern).toList());
            return new Builder(name, anchor, moreExamples, morePatterns);
        }

        Builder writtenIn(String exampleAnchor) {
            return new Builder(name, exampleAnchor, examples, patterns);
        }

        Rule gives(Reader reader) {
            return new Rule(name, anchor, examples, patterns, reader);
        }
    }

    String example(Language language) {
        return examples.getOrDefault(language, "");
    }
}
