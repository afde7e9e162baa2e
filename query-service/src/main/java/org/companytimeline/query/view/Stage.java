package org.companytimeline.query.view;

import java.util.List;

/// How well a search hits a company, best first.
public enum Stage {
    /// An identifier, the id or the current name in full.
    FULL,
    /// Another name in full.
    OTHER_FULL,
    /// The beginning of the current name.
    BEGINNING,
    /// The beginning of another name.
    OTHER_BEGINNING,
    /// The beginning of a later word of a name.
    LATER_WORD,
    /// A similar name: only where the question hits nothing otherwise.
    SIMILAR,
    /// A name that is less similar: only where the question, of one word, hits nothing otherwise.
    REMOTE;

    /// How similar a name must be to be called so, 0 to 1: Mistral is 0.71 to `mistrl` and 0.78 to
    /// `mistrall`.
    static final float SIMILAR_FROM = 0.6f;

    /// How similar a name must be where nothing else is hit: Mistral is 0.33 to `mitsral`,
    /// Microsoft 0.22 to `mistrall`.
    static final float REMOTE_FROM = 0.3f;

    /// The grades of the names that it may hit (timeline-schema).
    public List<Short> grades() {
        return switch (this) {
            case FULL, BEGINNING -> List.of(Name.OWN, Name.CALLED);
            case OTHER_FULL, OTHER_BEGINNING -> List.of(Name.CALLED, Name.OTHER);
            case LATER_WORD -> List.of(Name.LATER_WORD);
            case SIMILAR, REMOTE -> List.of(Name.OWN, Name.CALLED, Name.OTHER);
        };
    }

    /// Whether it goes by the letters of the question.
    boolean isLiteral() {
        return similarFrom() == 0;
    }

    /// How similar a name must be to be hit so; 0 where similarity plays no part.
    public float similarFrom() {
        return switch (this) {
            case SIMILAR -> SIMILAR_FROM;
            case REMOTE -> REMOTE_FROM;
            default -> 0;
        };
    }
}
