package org.companytimeline.mapping.records;

/// What becomes of a record with bytes that its encoding does not have.
public enum Malformed {
    /// It is told and not read.
    REFUSE,
    /// Each such part, and each control character but tabs and line breaks, becomes U+FFFD. That is
    /// told with the record.
    KEEP
}
