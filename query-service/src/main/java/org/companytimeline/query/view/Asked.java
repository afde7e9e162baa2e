package org.companytimeline.query.view;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.IdentifierKey;
import org.companytimeline.model.SearchKey;

/// What a search asks for, in the forms in which companies are looked up by it.
///
/// @param key as names are searched for
/// @param identifiers the keys of the identifiers that it may mean
/// @param id the id that it may be
public record Asked(String key, Set<String> identifiers, Optional<CompanyId> id) {

    /// Comes after every sign that a key can hold.
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /// Comes before every sign that a key can hold.
    private static final String FIRST = "\u0001";

    /// From how many letters and digits on similar names are looked for: fewer say too little.
    private static final int FEWEST_FOR_SIMILAR = 3;

    static Asked of(String q) {
        String id = q.strip().toLowerCase(Locale.ROOT);
        return new Asked(
                SearchKey.of(q),
                IdentifierKey.asked(q),
                CompanyId.isValid(id) ? Optional.of(new CompanyId(id)) : Optional.empty());
    }

    /// The first key that goes on after the question.
    public String beyondFull() {
        return key + FIRST;
    }

    /// The first key that comes after all that begin with the question.
    public String beyondBeginning() {
        return key + LAST;
    }

    /// Whether names that are only similar are looked for.
    boolean hasSimilar() {
        return key.codePoints().filter(Character::isLetterOrDigit).count() >= FEWEST_FOR_SIMILAR;
    }

    /// Whether names that are less similar are looked for, of one word alone: of several words a
    /// right one makes a name similar enough, and a common one half of all names a little so.
    boolean hasRemote() {
        return hasSimilar() && key.indexOf(' ') < 0;
    }

    /// How similar the names are that are looked for last; 0 where none are.
    float similarFrom() {
        if (hasRemote()) {
            return Stage.REMOTE_FROM;
        }
        return hasSimilar() ? Stage.SIMILAR_FROM : 0;
    }
}
