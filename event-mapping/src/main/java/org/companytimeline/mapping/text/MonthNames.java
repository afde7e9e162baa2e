package org.companytimeline.mapping.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Months by their English and French names, in full or shortened. Case, accents and a closing full
/// stop do not count.
final class MonthNames {

    private static final List<String> NAMES =
            List.of(
                    "jan january janv janvier",
                    "feb february fev fevr fevrier",
                    "mar march mars",
                    "apr april avr avril",
                    "may mai",
                    "jun june juin",
                    "jul july juil juillet",
                    "aug august aout",
                    "sep sept september septembre",
                    "oct october octobre",
                    "nov november novembre",
                    "dec december decembre");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|\\.$");
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            for (String name : NAMES.get(i).split(" ", -1)) {
                numbers.put(name, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    /// 1 to 12; null where it is no month's name.
    static @Nullable Integer number(String name) {
        String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NUMBERS.get(bare.toLowerCase(Locale.ROOT));
    }
}
