package org.companytimeline.event.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one text in one language by the table.
final class PhraseReader {

    /// How often a text may be taken apart; over it, it means nothing.
    private static final int MOST_PARTS = 100;

    private final Language language;
    private int parts;

    private PhraseReader(Language language) {
        this.language = language;
    }

    /// The phrase that a text is; null where the language does not know it.
    ///
    /// @param normal in normal form
    static @Nullable Phrase read(String normal, Language language) {
        return new PhraseReader(language).read(normal);
    }

    private @Nullable Phrase read(String text) {
        if (++parts > MOST_PARTS) {
            return null;
        }
        for (Rule rule : RuleTable.RULES) {
            for (Pattern pattern : rule.patterns().getOrDefault(language, List.of())) {
                Matcher match = pattern.matcher(text);
                Phrase phrase = match.matches() ? read(rule, match) : null;
                if (phrase != null) {
                    return phrase;
                }
            }
        }
        return null;
    }

    private @Nullable Phrase read(Rule rule, Matcher match) {
        return rule.reader()
                .read(new Found(rule.name(), Vocabulary.of(language), match, this::read));
    }
}
