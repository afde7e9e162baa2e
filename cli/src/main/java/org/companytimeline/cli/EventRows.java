package org.companytimeline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.PostedDefaults;
import org.companytimeline.mapping.EventIds;
import org.companytimeline.mapping.records.FileFormat;
import org.companytimeline.mapping.records.FileRecord;
import org.companytimeline.mapping.records.RecordReader;
import org.jspecify.annotations.Nullable;

/// The events of a file that has one on each line (NDJSON).
///
/// An event without an id gets one that is made of its line, so the same line is the same event
/// whenever it is imported.
final class EventRows implements RowSource {
    private static final FileFormat FORMAT = FileFormat.LINES;

    /// Stands in for the publisher of the token, which makes no difference to what is valid.
    private static final String ANY_PUBLISHER = "https://publisher.example";

    private final RecordReader records;

    EventRows(InputStream in) throws IOException {
        records = RecordReader.open(in, FORMAT, List.of());
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
            case FileRecord.Row row -> event(row);
            case FileRecord.Broken broken ->
                    refused(
                            broken,
                            RowRefusal.ofRow("The line " + broken.reason()),
                            broken.raw().length >= FORMAT.mostRecordBytes());
        };
    }

    private static FileRow event(FileRecord.Row row) {
        var line = withoutBreak(row.raw());
        var own = EventIds.of("", "line", List.of(new String(line, StandardCharsets.ISO_8859_1)));
        var decoded = EventCodec.decodePosted(line, new PostedDefaults(own, ANY_PUBLISHER, true));
        return switch (decoded) {
            case Decoded.Known known -> {
                var event = known.event();
                yield new FileRow.Mapped(
                        row.number(),
                        row.line(),
                        row.raw(),
                        List.of(
                                new RowEvent(
                                        event.company().id().value(),
                                        event.id(),
                                        EventCodec.contentHash(decoded),
                                        event.id().equals(own) ? withId(own, line) : line)));
            }
            case Decoded.Malformed malformed ->
                    refused(row, RowRefusal.ofFaults(malformed.faults()), false);
            case Decoded.Unknown unknown ->
                    refused(
                            row,
                            new RowRefusal(
                                    "/type",
                                    "There is no event type %s.".formatted(unknown.type())),
                            false);
        };
    }

    private static FileRow refused(FileRecord record, RowRefusal why, boolean isLong) {
        return new FileRow.Refused(
                record.number(), record.line(), record.raw(), why, false, isLong);
    }

    private static byte[] withoutBreak(byte[] raw) {
        return new String(raw, StandardCharsets.ISO_8859_1)
                .strip()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The object with one member more; it has others, as an event needs some.
    private static byte[] withId(UUID id, byte[] object) {
        var json = new ByteArrayOutputStream(object.length + 64);
        json.writeBytes("{\"id\":\"%s\",".formatted(id).getBytes(StandardCharsets.UTF_8));
        json.write(object, 1, object.length - 1);
        return json.toByteArray();
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
