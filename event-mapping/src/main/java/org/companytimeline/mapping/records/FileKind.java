package org.companytimeline.mapping.records;

/// How the records of a file are told apart.
public enum FileKind {
    /// Fields by a delimiter, after a header; a record ends with its line, but for line breaks in
    /// quotes (RFC 4180).
    CSV,
    /// One JSON object a line.
    JSON_LINES,
    /// JSON objects one after another or in one array, over any number of lines.
    JSON,
    /// Lines as they stand; nothing in them is read.
    LINES
}
