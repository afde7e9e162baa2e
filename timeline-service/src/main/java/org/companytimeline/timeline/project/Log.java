package org.companytimeline.timeline.project;

/// The log, as far as it is administered. Safe for use by several threads.
public interface Log {

    /// Makes it if it is not there: kept for ever, stamped by the broker.
    void makeIfMissing(int partitions) throws LogUnavailable;

    /// Asks which topic it is, from this moment on.
    ///
    /// @return confirms that it was still the one with that id then
    Projector.Guard asking(String topicId);

    /// What it is now.
    LogSnapshot snapshot() throws LogUnavailable;
}
