package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import org.companytimeline.event.CompanyId;

/// The place of a company among the hits of a search: how it was hit, how similar it is, then id.
///
/// @param hit 0 exact, 1 the name begins with it, 2 a word of the name begins with it, 3 similar
/// @param similarity 0 to 1, larger first
public record RankKey(int hit, float similarity, CompanyId id) implements SortKey {

    static Optional<RankKey> read(List<String> parts) {
        return Keys.read(
                parts,
                3,
                key ->
                        new RankKey(
                                Integer.parseInt(key.get(0)),
                                Float.intBitsToFloat(Integer.parseInt(key.get(1))),
                                new CompanyId(key.get(2))));
    }

    @Override
    public List<String> parts() {
        return List.of(
                Integer.toString(hit),
                Integer.toString(Float.floatToIntBits(similarity)),
                id.value());
    }
}
