package org.companytimeline.event;

import java.util.List;

/// One thing wrong with an event.
///
/// @param pointer JSON pointer (RFC 6901) to the value at fault, empty for the whole document
/// @param detail what is wrong and what to change, as a sentence
/// @param allowed the accepted values where they can be listed, otherwise empty
public record Fault(String pointer, String detail, List<String> allowed) {}
