package org.companytimeline.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Text as two writers would both recognise it: without case, accents, punctuation between words
/// and runs of white space. Other signs stay, so `C` and `C++` are two products.
final class Words {

    private static final String PUNCTUATION = "'\"`´.,;:_|";

    private Words() {}

    /// The words of a text, one space between each and the next; the text itself, trimmed, where
    /// nothing of it counts as a word.
    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder words = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); ) {
            int sign = plain.codePointAt(i);
            i += Character.charCount(sign);
            if (isGap(sign)) {
                gap = true;
            } else if (!isMark(sign)) {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                gap = false;
                words.appendCodePoint(Character.toLowerCase(sign));
            }
        }
        return words.isEmpty() ? text.strip() : words.toString();
    }

    /// The different words of a text.
    static Set<String> setOf(String text) {
        return new TreeSet<>(List.of(of(text).split(" ", -1)));
    }

    /// Whether it is written as its words are: small letters and digits, one space between words.
    private static boolean isPlain(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean letter = ('a' <= sign && sign <= 'z') || ('0' <= sign && sign <= '9');
            if (!letter && (gap || sign != ' ')) {
                return false;
            }
            gap = !letter;
        }
        return !gap;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGap(int sign) {
        return switch (Character.getType(sign)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION ->
                    true;
            default -> PUNCTUATION.indexOf(sign) >= 0;
        };
    }

    private static boolean isMark(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }
}
