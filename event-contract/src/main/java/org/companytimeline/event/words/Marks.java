package org.companytimeline.event.words;

/// What `?` (uncertain), `~` (approximate) and `%` (both) say about one part of a date.
record Marks(boolean uncertain, boolean approximate) {

    static final Marks NONE = new Marks(false, false);
    static final Marks UNCERTAIN = new Marks(true, false);
    static final Marks APPROXIMATE = new Marks(false, true);

    /// @param mark one of the three characters, or nothing
    static Marks of(String mark) {
        return new Marks(
                mark.equals("?") || mark.equals("%"), mark.equals("~") || mark.equals("%"));
    }

    Marks and(Marks other) {
        return new Marks(uncertain || other.uncertain, approximate || other.approximate);
    }

    Marks inCommonWith(Marks other) {
        return new Marks(uncertain && other.uncertain, approximate && other.approximate);
    }

    Marks without(Marks other) {
        return new Marks(uncertain && !other.uncertain, approximate && !other.approximate);
    }

    /// The character that is written for it.
    @Override
    public String toString() {
        return uncertain ? approximate ? "%" : "?" : approximate ? "~" : "";
    }
}
