package org.companytimeline.benchmarks;

/// One way to do a piece of work, measured beside others.
///
/// @param name what it is, as it stands in the table
/// @param round does the work once and tells how it went
record Contender(String name, Round round) {

    /// One measured piece of work.
    interface Round {

        /// The figure of this round, such as events per second.
        double run() throws Exception;
    }
}
