package org.companytimeline.event.edtf;

/// What `?` (uncertain), `~` (approximate) and `%` (both) say about a date.
record Qualifier(boolean uncertain, boolean approximate) {

    static final Qualifier NONE = new Qualifier(false, false);

    static boolean isOne(char c) {
        return c == '?' || c == '~' || c == '%';
    }

    /// The qualifiers among the characters of a text.
    static Qualifier in(String text) {
        boolean both = text.indexOf('%') >= 0;
        return new Qualifier(both || text.indexOf('?') >= 0, both || text.indexOf('~') >= 0);
    }

    Qualifier and(Qualifier other) {
        return new Qualifier(uncertain || other.uncertain, approximate || other.approximate);
    }
}
