package org.companytimeline.benchmarks;

/// Companies that can be asked for, numbered from 0.
interface Population {

    int companies();

    String id(int company);

    /// The name by which it goes; not empty.
    String name(int company);

    /// One of its identifiers, as people would search for it.
    String identifier(int company);

    /// Two letters of ISO 3166-1.
    String country(int company);
}
