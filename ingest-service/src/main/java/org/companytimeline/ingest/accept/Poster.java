package org.companytimeline.ingest.accept;

/// Who posts.
///
/// @param publisher the URI that the token names
/// @param operator whether it may post in the name of another publisher
public record Poster(String publisher, boolean operator) {

    boolean mayPostAs(String other) {
        return operator || publisher.equals(other);
    }
}
