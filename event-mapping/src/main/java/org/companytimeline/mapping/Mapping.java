package org.companytimeline.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.companytimeline.mapping.document.MappingFault;
import org.companytimeline.mapping.records.FileFormat;
import org.companytimeline.mapping.records.RecordReader;

/// Which columns of a file become which events, written as one YAML document; `docs/importing.md`
/// describes it.
///
/// A file is imported so: [#open] it, hold its [RecordReader#columns] against [#faultsAgainst],
/// then give each row to [#over].
public final class Mapping {

    private final String name;
    private final String about;
    private final FileFormat format;
    private final Columns columns;
    private final Set<String> empty;
    private final List<EventRule> events;

    Mapping(
            String name,
            String about,
            FileFormat format,
            Columns columns,
            Set<String> empty,
            List<EventRule> events) {
        this.name = name;
        this.about = about;
        this.format = format;
        this.columns = columns;
        this.empty = empty;
        this.events = events;
    }

    /// Reads a mapping and holds it against the contract: names, types, required details, values
    /// and patterns.
    ///
    /// @param yaml at most 1,048,576 characters
    public static MappingReading read(String yaml) {
        return MappingReader.read(yaml);
    }

    /// By which its events' ids are made: a mapping that is renamed gives other ids.
    public String name() {
        return name;
    }

    /// What it is for; empty where it does not say.
    public String about() {
        return about;
    }

    public FileFormat format() {
        return format;
    }

    /// The columns that it uses.
    public List<String> columns() {
        return columns.names();
    }

    /// The records of a file in this mapping's format.
    public RecordReader open(InputStream file) throws IOException {
        return RecordReader.open(file, format, columns());
    }

    /// What a file with these columns lacks.
    public List<MappingFault> faultsAgainst(List<String> header) {
        return columns.faultsAgainst(header);
    }

    /// The mapping over a file with these columns.
    ///
    /// @throws IllegalArgumentException where one is missing, see [#faultsAgainst]
    public RowMapper over(List<String> header) {
        List<MappingFault> faults = faultsAgainst(header);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("not the columns of " + name + ": " + faults);
        }
        int[] fields = columns().stream().mapToInt(header::indexOf).toArray();
        return new RowMapper(events, fields, empty);
    }
}
