package org.companytimeline.event.words;

/// A language in which dates are read and told.
public enum Language {
    EN,
    FR
}
