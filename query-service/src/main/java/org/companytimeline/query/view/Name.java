package org.companytimeline.query.view;

import org.companytimeline.event.CompanyId;

/// A text by which a company may be found, as one partition gives it.
///
/// @param grade what kind of hit it makes
/// @param weight how much the partition records of the company, in classes
/// @param key as it is searched for
/// @param kind which text it is
/// @param similarity to the question; 0 where that was not asked
public record Name(
        CompanyId company,
        int partition,
        short grade,
        short weight,
        String key,
        String kind,
        String text,
        float similarity) {

    static final short OWN = 0;
    static final short CALLED = 1;
    static final short OTHER = 2;
    static final short LATER_WORD = 3;

    /// The heaviest there is.
    public static final short HEAVIEST = 10;

    static final String ID = "id";
    static final String NAME = "name";
    static final String GIVEN_NAME = "given-name";
}
