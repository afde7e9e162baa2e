package org.companytimeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.companytimeline.mapping.MappedEvent;
import org.companytimeline.mapping.MappedRow;
import org.companytimeline.mapping.Mapping;
import org.companytimeline.mapping.RowMapper;
import org.companytimeline.mapping.records.FileRecord;
import org.companytimeline.mapping.records.RecordReader;
import org.jspecify.annotations.Nullable;

/// The rows of a file as a mapping reads them.
final class MappedRows implements RowSource {
    private final RecordReader records;
    private final RowMapper mapper;
    private final int mostRecordBytes;

    private MappedRows(RecordReader records, RowMapper mapper, int mostRecordBytes) {
        this.records = records;
        this.mapper = mapper;
        this.mostRecordBytes = mostRecordBytes;
    }

    /// @param name of the file, for messages
    /// @throws CommandException where the file lacks what the mapping needs
    static MappedRows open(InputStream in, String name, Mapping mapping) throws IOException {
        var records = mapping.open(in);
        var faults = mapping.faultsAgainst(records.columns());
        if (!faults.isEmpty()) {
            throw new CommandException(
                    "%s is no file for the mapping %s:%n%s"
                            .formatted(
                                    name,
                                    mapping.name(),
                                    faults.stream()
                                            .map(fault -> "  " + fault)
                                            .collect(Collectors.joining(System.lineSeparator()))));
        }
        return new MappedRows(
                records, mapping.over(records.columns()), mapping.format().mostRecordBytes());
    }

    @Override
    public List<String> columns() {
        return records.columns();
    }

    @Override
    public @Nullable FileRow next() throws IOException {
        var record = records.next();
        return switch (record) {
            case null -> null;
            case FileRecord.Row row -> mapped(row);
            case FileRecord.Broken broken ->
                    new FileRow.Refused(
                            broken.number(),
                            broken.line(),
                            broken.raw(),
                            RowRefusal.ofRow("The row " + broken.reason()),
                            false,
                            broken.raw().length >= mostRecordBytes);
        };
    }

    private FileRow mapped(FileRecord.Row row) {
        return switch (mapper.map(row)) {
            case MappedRow.Mapped mapped ->
                    new FileRow.Mapped(
                            row.number(),
                            row.line(),
                            row.raw(),
                            mapped.events().stream().map(MappedRows::event).toList());
            case MappedRow.Refused refused ->
                    new FileRow.Refused(
                            row.number(),
                            row.line(),
                            row.raw(),
                            RowRefusal.of(refused.refusals()),
                            true,
                            false);
        };
    }

    private static RowEvent event(MappedEvent event) {
        return new RowEvent(event.company(), event.id(), event.json(), event.json());
    }

    @Override
    public void copyRest(OutputStream out) throws IOException {
        records.copyRest(out);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
