package org.companytimeline.event.shape;

import org.jspecify.annotations.Nullable;

/// A JSON pointer (RFC 6901), from the root of a document to a value in it or missing from it.
public final class Pointer {

    /// The whole document.
    public static final Pointer ROOT = new Pointer(null, "");

    private final @Nullable Pointer parent;
    private final String token;

    private Pointer(@Nullable Pointer parent, String token) {
        this.parent = parent;
        this.token = token;
    }

    public Pointer to(String member) {
        return new Pointer(this, member);
    }

    public Pointer to(int index) {
        return new Pointer(this, Integer.toString(index));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        appendTo(text);
        return text.toString();
    }

    private void appendTo(StringBuilder text) {
        if (parent != null) {
            parent.appendTo(text);
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
    }
}
