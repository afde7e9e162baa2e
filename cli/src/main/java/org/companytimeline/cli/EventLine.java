package org.companytimeline.cli;

/// One event of a file, as one line of JSON.
///
/// @param number its line in the file, counted from 1; for an element of a JSON array, its place in
///   the array
record EventLine(long number, String json) {}
