package org.companytimeline.cli;

import java.util.UUID;

/// An event that a row of an imported file gives.
///
/// @param content what it says, so that two events of one id can be compared
/// @param json in short form, UTF-8, on one line
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record RowEvent(String company, UUID id, byte[] content, byte[] json) {}
