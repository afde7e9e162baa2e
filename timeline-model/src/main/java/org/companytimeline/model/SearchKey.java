package org.companytimeline.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text as it is searched for: its words without case, accents and punctuation between them, and
/// with letters that no accent can be taken from written plainly (`ø` as `o`, `ß` as `ss`). The
/// text of a question and those of the companies become keys by this same code.
public final class SearchKey {

    /// The longest key, in code points: what comes later in a text is not searched.
    public static final int LONGEST = 200;

    /// At how many later words of a text it can be found, the first ones that follow its beginning.
    public static final int MOST_LATER_WORDS = 7;

    private SearchKey() {}

    /// The key of a text; never empty unless the text is blank.
    public static String of(String text) {
        return cut(plain(Words.of(text))).stripTrailing();
    }

    /// The first part of a text that is as long as a key may be.
    public static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    /// The ends of a key that begin with a later word, in order. In scripts without spaces between
    /// words every sign begins one.
    public static List<String> laterWords(String key) {
        List<String> ends = new ArrayList<>();
        int before = ' ';
        for (int i = 0; i < key.length() && ends.size() < MOST_LATER_WORDS; ) {
            int sign = key.codePointAt(i);
            if (i > 0 && (before == ' ' || (sign > 127 && isWord(sign)))) {
                ends.add(key.substring(i));
            }
            before = sign;
            i += Character.charCount(sign);
        }
        return ends;
    }

    private static boolean isWord(int sign) {
        return switch (Character.UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static String plain(String words) {
        StringBuilder plain = null;
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            String plainly = letter < 128 ? null : plainly(letter);
            if (plainly != null && plain == null) {
                plain = new StringBuilder(words.length() + 8).append(words, 0, i);
            }
            if (plain != null) {
                if (plainly == null) {
                    plain.append(letter);
                } else {
                    plain.append(plainly);
                }
            }
        }
        return plain == null ? words : plain.toString();
    }

    private static @Nullable String plainly(char letter) {
        return switch (letter) {
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'ħ' -> "h";
            case 'ı' -> "i";
            case 'ŧ' -> "t";
            case 'þ' -> "th";
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ς' -> "σ";
            default -> null;
        };
    }
}
