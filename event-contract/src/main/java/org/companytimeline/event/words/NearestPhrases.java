package org.companytimeline.event.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.companytimeline.event.shape.Words;

/// The examples of the table that are most like a text.
final class NearestPhrases {

    /// Characters of the text that are compared.
    private static final int MOST_COMPARED = 60;

    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern GAP = Pattern.compile("[ ']");

    private static final List<Example> EXAMPLES =
            RuleTable.RULES.stream().flatMap(NearestPhrases::examples).toList();

    private NearestPhrases() {}

    /// @param compared in the form in which texts are compared
    private record Example(String text, String compared, Language language) {}

    private record Candidate(Example example, double distance) {}

    private static Stream<Example> examples(Rule rule) {
        return Arrays.stream(Language.values())
                .map(language -> {
                    String text = rule.example(language);
                    return new Example(text, compared(Normal.form(text)), language);
                });
    }

    /// Phrases of the language in which the nearest is written.
    ///
    /// @param normal in normal form
    static List<String> to(String normal, int most) {
        String text = compared(normal);
        List<Candidate> nearest =
                EXAMPLES.stream()
                        .map(example -> new Candidate(example, distance(text, example.compared())))
                        .sorted(Comparator.comparingDouble(Candidate::distance))
                        .toList();
        Language language = nearest.getFirst().example().language();
        return nearest.stream()
                .map(Candidate::example)
                .filter(example -> example.language() == language)
                .map(Example::text)
                .limit(most)
                .toList();
    }

    /// All digits alike, since which year it is does not matter.
    private static String compared(String normal) {
        return DIGIT.matcher(normal.substring(0, Math.min(normal.length(), MOST_COMPARED)))
                .replaceAll("0");
    }

    /// The share of letters that differ, and of words that are not in both.
    private static double distance(String text, String example) {
        int longest = Math.max(1, Math.max(text.length(), example.length()));
        return Words.distance(text, example) / (double) longest + words(text, example);
    }

    private static double words(String text, String example) {
        Set<String> words = new HashSet<>(List.of(GAP.split(text)));
        Set<String> all = new HashSet<>(List.of(GAP.split(example)));
        long common = all.stream().filter(words::contains).count();
        all.addAll(words);
        return 1 - common / (double) all.size();
    }
}
