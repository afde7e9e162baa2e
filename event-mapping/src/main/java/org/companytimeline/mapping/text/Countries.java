package org.companytimeline.mapping.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.companytimeline.event.Country;
import org.jspecify.annotations.Nullable;

/// Countries as files spell them: ISO 3166-1 codes of two or three letters, English and French
/// names. Case, accents and what is no letter do not count.
public final class Countries {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}]+");
    private static final Map<String, Country> KNOWN = known();

    private Countries() {}

    /// The country; null where the spelling is not known.
    public static @Nullable Country of(String spelling) {
        return KNOWN.get(folded(spelling));
    }

    private static Map<String, Country> known() {
        Map<String, Country> known = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Country country = new Country(code);
            Locale locale = Locale.of("", code);
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                known.putIfAbsent(folded(locale.getDisplayCountry(language)), country);
            }
            known.put(folded(locale.getISO3Country()), country);
        }
        for (String code : Locale.getISOCountries()) {
            known.put(folded(code), new Country(code));
        }
        return Map.copyOf(known);
    }

    private static String folded(String spelling) {
        String bare =
                MARKS.matcher(Normalizer.normalize(spelling, Normalizer.Form.NFD)).replaceAll("");
        return OTHERS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
