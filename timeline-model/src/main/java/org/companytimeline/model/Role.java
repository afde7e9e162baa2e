package org.companytimeline.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Appointed;
import org.companytimeline.event.CompanyEvent.Departed;
import org.jspecify.annotations.Nullable;

/// What a title means, whatever its words.
///
/// A title in English or French that names several offices (`Chairman and CEO`) has the role of any
/// of them. The title of a deputy, of a division and of a region has none, and neither has one that
/// does not mean the same everywhere (`general manager`, `managing director`, `president`).
enum Role {
    /// Who runs the company.
    CHIEF_EXECUTIVE;

    /// Titles of chief executives as [Words] reads them.
    private static final Set<String> CHIEF_EXECUTIVES =
            Set.of(
                    "ceo",
                    "c e o",
                    "chief exec",
                    "chief executive",
                    "chief executive officer",
                    "pdg",
                    "p dg",
                    "p d g",
                    "president directeur general",
                    "presidente directeur general",
                    "presidente directrice generale",
                    "directeur general",
                    "directrice generale",
                    "chef de la direction",
                    "cheffe de la direction");

    /// Words that may stand beside a title and change nothing; one that ends with another goes
    /// before it.
    private static final List<String> BESIDE =
            List.of(
                    "co founder",
                    "co fondateur",
                    "co fondatrice",
                    "par interim",
                    "du groupe",
                    "founder",
                    "cofounder",
                    "founding",
                    "fondateur",
                    "fondatrice",
                    "cofondateur",
                    "cofondatrice",
                    "chairman",
                    "chairwoman",
                    "chair",
                    "president",
                    "presidente",
                    "co",
                    "interim",
                    "acting",
                    "global",
                    "group",
                    "groupe");

    /// Other offices that a comma may put beside a title; after any other words it is the title of
    /// a part of the company (`CEO, Europe`).
    private static final Set<String> OTHER_OFFICES =
            Set.of(
                    "board member",
                    "chairman of the board",
                    "director",
                    "executive director",
                    "administrateur",
                    "administratrice",
                    "cfo",
                    "coo",
                    "cto");

    private static final Pattern AND =
            Pattern.compile("[&+]|\\b(?:and|et)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMA = Pattern.compile("[,;/()\\[\\]|]");

    private static final int MOST_CHARACTERS = 200;

    /// The role to which somebody was appointed or from which they departed; null where the title
    /// has none, where the event narrows its scope, and for other events.
    static @Nullable Role of(CompanyEvent event) {
        return switch (event) {
            case Appointed appointed when appointed.scope() == null -> of(appointed.title());
            case Departed departed when departed.scope() == null -> of(departed.title());
            default -> null;
        };
    }

    /// The role of a title; null where it has none, and where it is longer than 200 characters.
    static @Nullable Role of(String title) {
        return title.length() <= MOST_CHARACTERS
                        && AND.splitAsStream(title).anyMatch(Role::isChiefExecutive)
                ? CHIEF_EXECUTIVE
                : null;
    }

    private static boolean isChiefExecutive(String office) {
        List<String> parts = COMMA.splitAsStream(office).map(Role::bare).toList();
        return parts.stream().anyMatch(CHIEF_EXECUTIVES::contains)
                && parts.stream().allMatch(Role::isKnown);
    }

    private static boolean isKnown(String part) {
        return part.isEmpty()
                || CHIEF_EXECUTIVES.contains(part)
                || BESIDE.contains(part)
                || OTHER_OFFICES.contains(part);
    }

    /// The words of a part without those that change nothing, as long as something is left.
    private static String bare(String part) {
        String bare = Words.of(part);
        String shorter = shortened(bare);
        while (shorter != null) {
            bare = shorter;
            shorter = shortened(bare);
        }
        return bare;
    }

    private static @Nullable String shortened(String words) {
        if (CHIEF_EXECUTIVES.contains(words)) {
            return null;
        }
        for (String beside : BESIDE) {
            if (words.startsWith(beside + " ")) {
                return words.substring(beside.length() + 1);
            }
            if (words.endsWith(" " + beside)) {
                return words.substring(0, words.length() - beside.length() - 1);
            }
        }
        return null;
    }

    /// Its name in JSON.
    String jsonName() {
        return Keys.constant(this);
    }
}
