package org.companytimeline.benchmarks;

/// One question to a service.
///
/// @param kind what is measured together
record Asked(String kind, String path) {}
