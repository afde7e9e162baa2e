package org.companytimeline.event.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The words in which faults speak of JSON.
public final class Words {

    private static final int MOST_SHOWN = 80;
    private static final int MOST_COMPARED = 64;

    private Words() {}

    /// `OFFICE_OPENED` or `OfficeOpened` as `office-opened`.
    public static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }

    /// A value as it stands in the document, cut at 80 characters.
    public static String shown(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "\"" + cut(json.textValue()) + "\"";
            default -> cut(json.toString());
        };
    }

    /// A name as it stands in the document, in quotes, cut at 80 characters.
    public static String quoted(String name) {
        return "`" + cut(name) + "`";
    }

    private static String cut(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MOST_SHOWN)
                .forEach(c -> {
                    if (Character.isISOControl(c)) {
                        shown.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        shown.appendCodePoint(c);
                    }
                });
        return text.codePointCount(0, text.length()) > MOST_SHOWN ? shown + "…" : shown.toString();
    }

    /// The candidate that was probably meant: about a third of its letters may differ.
    public static Optional<String> nearest(String text, Collection<String> candidates) {
        if (text.length() > MOST_COMPARED) {
            return Optional.empty();
        }
        String wanted = kebab(text.strip());
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(wanted, kebab(candidate));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best == null || bestDistance > slips(best) ? Optional.empty() : Optional.of(best);
    }

    /// How many letters of it may differ.
    private static int slips(String name) {
        return name.length() < 4 ? 1 : Math.max(2, name.length() / 3);
    }

    /// How many letters have to be changed, added or left out to make one of the other.
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
