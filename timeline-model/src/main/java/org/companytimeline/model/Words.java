package org.companytimeline.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Text as two writers would both recognise it: without case, accents, punctuation between words
/// and runs of white space. Other signs stay, so `C` and `C++` are two products.
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS =
            Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\p{Pd}\\p{Pi}\\p{Pf}'\"`´.,;:_|]+");

    private Words() {}

    /// The words of a text, one space between each and the next; the text itself, trimmed, where
    /// nothing of it counts as a word.
    static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String words = GAPS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return words.isEmpty() ? text.strip() : words;
    }

    /// The different words of a text.
    static Set<String> setOf(String text) {
        return new TreeSet<>(List.of(of(text).split(" ", -1)));
    }
}
