package org.companytimeline.local;

import java.nio.file.Path;

/// A part of a stack that ended though nobody stopped it.
///
/// @param exitCode 128 + n if signal n killed it
public record EndedPart(String title, int exitCode, Path log) {
    private static final int SIGNALLED = 128;

    /// One line: which part, its exit code, where its log is.
    public String sentence() {
        var signal = exitCode > SIGNALLED ? " (signal %d)".formatted(exitCode - SIGNALLED) : "";
        return "%s ended with exit code %d%s; its log is %s"
                .formatted(title, exitCode, signal, log);
    }
}
