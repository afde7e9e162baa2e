package org.companytimeline.event.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as the table's patterns take it.
final class Normal {

    private static final Pattern COMBINING = Pattern.compile("\\p{Mn}+");
    private static final Pattern APOSTROPHE = Pattern.compile("[\u2019\u2018\u02bc\u00b4`]");
    private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212]");
    private static final Pattern HYPHEN = Pattern.compile("(?<=[a-z])-|-(?=[a-z])");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Normal() {}

    /// In lower case, without accents, hyphens beside letters and a closing full stop, with plain
    /// apostrophes and one space between words.
    static String form(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = COMBINING.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        String plain = DASH.matcher(APOSTROPHE.matcher(bare).replaceAll("'")).replaceAll("-");
        String words = SPACE.matcher(HYPHEN.matcher(plain).replaceAll(" ")).replaceAll(" ").strip();
        return words.endsWith(".") ? words.substring(0, words.length() - 1).strip() : words;
    }
}
