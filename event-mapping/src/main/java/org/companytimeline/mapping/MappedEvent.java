package org.companytimeline.mapping;

import java.util.UUID;

/// An event that a row gave.
///
/// @param id the same for the same row of the same mapping for ever; stands in `json` too
/// @param company the id of the company that it is about
/// @param json the event in short form, UTF-8, on one line without a line break
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
public record MappedEvent(UUID id, String company, byte[] json) {}
