package org.companytimeline.mapping.document;

/// Where a part of a document stands.
///
/// @param path such as `events[0].details.round`, empty for the whole document
/// @param line from 1
public record At(String path, int line) {

    At member(String name, int onLine) {
        return new At(path.isEmpty() ? name : path + '.' + name, onLine);
    }

    At item(int index, int onLine) {
        return new At(path + '[' + index + ']', onLine);
    }
}
