package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import org.companytimeline.event.CompanyId;

/// The place of a company among the hits of a search: how it was hit, how similar it is, how much
/// is recorded of it, the key that was hit, then id.
///
/// @param similarity 0 to 1, larger first; 0 where the stage says enough
/// @param weight larger first
public record RankKey(Stage stage, float similarity, short weight, String key, CompanyId id)
        implements PlaceKey<RankKey> {

    /// Of an identifier or id, before all names.
    private static final short EXACT = Name.HEAVIEST + 1;

    /// The place of a company whose id or identifier was hit.
    public static RankKey exact(CompanyId id) {
        return new RankKey(Stage.FULL, 0, EXACT, "", id);
    }

    /// Whether an identifier or id was hit.
    public boolean isExact() {
        return weight == EXACT;
    }

    static Optional<RankKey> read(List<String> parts) {
        return Keys.read(
                parts,
                5,
                key ->
                        new RankKey(
                                Stage.valueOf(key.get(0)),
                                similarity(Integer.parseInt(key.get(1))),
                                weight(Short.parseShort(key.get(2))),
                                key.get(3),
                                new CompanyId(key.get(4))));
    }

    private static float similarity(int bits) {
        float similarity = Float.intBitsToFloat(bits);
        if (!(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("no similarity");
        }
        return similarity;
    }

    private static short weight(short weight) {
        if (weight < 0 || weight > EXACT) {
            throw new IllegalArgumentException("no weight");
        }
        return weight;
    }

    @Override
    public List<String> parts() {
        return List.of(
                stage.name(),
                Integer.toString(Float.floatToIntBits(similarity)),
                Short.toString(weight),
                key,
                id.value());
    }

    @Override
    public int compareTo(RankKey other) {
        int order = stage.compareTo(other.stage);
        order = order != 0 ? order : Float.compare(other.similarity, similarity);
        order = order != 0 ? order : Short.compare(other.weight, weight);
        order = order != 0 ? order : PlaceKey.compareTexts(key, other.key);
        return order != 0 ? order : PlaceKey.compareTexts(id.value(), other.id.value());
    }
}
