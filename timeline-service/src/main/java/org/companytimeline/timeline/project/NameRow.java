package org.companytimeline.timeline.project;

/// A text by which a company may be found, as the read model keeps it.
///
/// @param kind which text it is
/// @param text as it is written, cut to the length of a key
public record NameRow(CompanyKey company, Place place, short weight, Kind kind, String text) {

    /// What a company is found by, and how well that is hit by a question that hits it.
    ///
    /// @param key as it is searched for
    public record Place(short grade, String key) {}

    /// What a text is to a company.
    public enum Kind {
        NAME("name"),
        FORMER_NAME("former-name"),
        ALIAS("alias"),
        GIVEN_NAME("given-name"),
        ID("id");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
