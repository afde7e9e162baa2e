package org.companytimeline.event;

import java.net.URI;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.shape.AtLeastOneOf;
import org.jspecify.annotations.Nullable;

/// Who says so: a document with at least a title, a publisher or an address (http or https).
@AtLeastOneOf({"title", "publisher", "url"})
public record Source(
        @Nullable String title,
        @Nullable String publisher,
        @Nullable URI url,
        @Nullable Edtf published,
        @Nullable SourceKind kind) {}
