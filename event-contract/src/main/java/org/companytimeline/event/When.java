package org.companytimeline.event;

import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// When it happened: an EDTF date and, where it was derived from words, those words and the date
/// they were written (`anchor`). In JSON a plain string is short for `{"edtf": …}`.
public record When(Edtf edtf, @Nullable String text, @Nullable Edtf anchor) {}
