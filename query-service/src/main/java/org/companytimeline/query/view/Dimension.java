package org.companytimeline.query.view;

/// By what facts are counted in groups.
public enum Dimension {
    /// In which they happened, where all days that their date can mean lie in one.
    YEAR,
    /// In which they happened, where all days that their date can mean lie in one.
    MONTH,
    /// Of the headquarters of the company, else of its founding.
    COUNTRY,
    /// Of facts.
    TYPE,
    /// The kind of funding round.
    ROUND,
    /// Of a disclosed sum.
    CURRENCY
}
