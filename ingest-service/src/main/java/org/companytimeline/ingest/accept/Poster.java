package org.companytimeline.ingest.accept;

/// Who posts.
///
/// @param publisher the URI that the token names
/// @param operator whether it has the scope `operate`: it may post in the name of another
///   publisher, and its own annotations bear the mark of an operator
public record Poster(String publisher, boolean operator) {

    boolean mayPostAs(String other) {
        return operator || publisher.equals(other);
    }
}
