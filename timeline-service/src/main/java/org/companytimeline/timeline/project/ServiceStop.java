package org.companytimeline.timeline.project;

/// Stops the whole service for good.
@FunctionalInterface
public interface ServiceStop {

    /// Stops it with an exit code other than 0. Returns at once; only the first call counts.
    ///
    /// @param line why, in one line for operators
    void because(String line);
}
