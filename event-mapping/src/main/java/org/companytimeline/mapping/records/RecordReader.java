package org.companytimeline.mapping.records;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads a file record by record, a compressed one (gzip) too, which is seen from its content.
///
/// It holds one record and some bytes more, at most about three times what a record may have. What
/// can't be read is told as [FileRecord.Broken], and reading goes on behind it: every byte behind
/// the header is in some record's bytes, but for lines that are blank.
public final class RecordReader implements Closeable {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int ANY_WIDTH = -1;

    private final InputStream in;
    private final ByteWindow bytes;
    private final FileFormat format;
    private final Cutter cutter;
    private final Decoding decoding;
    private final FieldReader fields;
    private final List<String> columns;
    private long records;
    private long line = 1;
    private int width = ANY_WIDTH;
    private boolean inLongLine;
    private boolean damageTold;

    private RecordReader(InputStream in, FileFormat format, List<String> paths) throws IOException {
        this.in = in;
        this.format = format;
        bytes = new ByteWindow(in);
        cutter = Cutter.of(format);
        decoding = new Decoding(format);
        fields = FieldReader.of(format, paths);
        skipByteOrderMark();
        columns = format.kind() == FileKind.CSV ? header() : paths;
        width = format.kind() == FileKind.CSV ? columns.size() : ANY_WIDTH;
    }

    /// Opens a file. CSV has a header, which gives the columns.
    ///
    /// @param file closed with this reader
    /// @param paths of JSON: where the fields lie, see [#columns]; of other files not looked at
    /// @throws UnreadableFileException where there is no header, or one that can't be read
    public static RecordReader open(InputStream file, FileFormat format, List<String> paths)
            throws IOException {
        return new RecordReader(unpacked(file), format, List.copyOf(paths));
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, 64 * 1024);
        in.mark(2);
        int magic = (in.read() << 8) | in.read();
        in.reset();
        if (magic != GZIP_MAGIC) {
            return in;
        }
        try {
            return new GZIPInputStream(in, 64 * 1024);
        } catch (EOFException | ZipException damaged) {
            throw new UnreadableFileException(
                    "The file is compressed, and cut or damaged at its beginning: take it anew from"
                            + " where it comes from");
        }
    }

    private void skipByteOrderMark() throws IOException {
        if (bytes.at(0) == 0xEF && bytes.at(1) == 0xBB && bytes.at(2) == 0xBF) {
            bytes.skip(3);
        }
        int mark = (bytes.at(0) << 8) | bytes.at(1);
        if (mark == 0xFFFE || mark == 0xFEFF) {
            throw new UnreadableFileException(
                    "The file is written in UTF-16: save it in UTF-8 and import that");
        }
    }

    private List<String> header() throws IOException {
        FileRecord header = next();
        if (header == null) {
            throw new UnreadableFileException(
                    "The file is empty: it needs a header with the names of its columns");
        }
        if (header instanceof FileRecord.Row row) {
            records = 0;
            List<String> names = new ArrayList<>();
            row.fields().forEach(name -> names.add(name.strip()));
            return List.copyOf(names);
        }
        throw new UnreadableFileException(
                "The header in line %d %s"
                        .formatted(
                                header.line(),
                                header instanceof FileRecord.Broken broken
                                        ? broken.reason()
                                        : "can't be read"));
    }

    /// What the fields of a row are called: the header of CSV, the paths given of JSON.
    public List<String> columns() {
        return columns;
    }

    /// The next record; null at the end of the file.
    public @Nullable FileRecord next() throws IOException {
        if (inLongLine) {
            copyRest(OutputStream.nullOutputStream());
        }
        while (bytes.at(0) >= 0) {
            long from = line;
            long offset = bytes.offset();
            Cut cut = cutter.cut(bytes);
            line += cut.lines();
            if (cut.blank()) {
                bytes.skip(cut.length());
                continue;
            }
            byte[] raw = bytes.take(cut.length());
            inLongLine = !cut.whole();
            records++;
            return record(cut, from, offset, raw);
        }
        String damage = bytes.damage();
        if (damage == null || damageTold) {
            return null;
        }
        damageTold = true;
        records++;
        return new FileRecord.Broken(records, line, bytes.offset(), new byte[0], cutOff(damage));
    }

    private FileRecord record(Cut cut, long from, long offset, byte[] raw) {
        String damage = bytes.damage();
        if (damage != null && !cut.ended()) {
            damageTold = true;
            return new FileRecord.Broken(records, from, offset, raw, cutOff(damage));
        }
        if (cut.fault() != null) {
            return new FileRecord.Broken(records, from, offset, raw, cut.fault());
        }
        if (format.kind() == FileKind.LINES) {
            return new FileRecord.Row(records, from, offset, raw, List.of(), List.of());
        }
        Decoding.Decoded decoded = decoding.decode(raw);
        if (!decoded.fault().isEmpty()) {
            return new FileRecord.Broken(records, from, offset, raw, decoded.fault());
        }
        FieldReader.Fields read = fields.read(decoded.text());
        String fault = read.fault() == null ? wrongWidth(read.fields().size()) : read.fault();
        if (fault != null) {
            return new FileRecord.Broken(records, from, offset, raw, fault);
        }
        return new FileRecord.Row(
                records, from, offset, raw, read.fields(), remarks(cut, decoded.replaced()));
    }

    /// Null where a record has as many fields as there are columns.
    private @Nullable String wrongWidth(int fieldCount) {
        return width == ANY_WIDTH || fieldCount == width
                ? null
                : "has %d fields where the header has %d; look for a delimiter or a quote that is missing or too many"
                        .formatted(fieldCount, width);
    }

    private List<String> remarks(Cut cut, boolean replaced) {
        List<String> remarks = new ArrayList<>(0);
        if (replaced) {
            remarks.add(
                    "Bytes that are not "
                            + format.encoding().name()
                            + ", or control characters, were read as U+FFFD.");
        }
        if (!cut.ended() && format.kind() == FileKind.CSV) {
            remarks.add("The file ends here without a line break: it may have been cut.");
        }
        return remarks;
    }

    private static String cutOff(String damage) {
        return "is where the file was cut, or is damaged, in its compression (%s); take the file anew from where it comes from"
                .formatted(damage);
    }

    /// Copies what a record that is too long has behind its [FileRecord.Broken#raw], without
    /// holding it; nothing where the last record had nothing more. Good until the next record is
    /// read, which leaves it out otherwise.
    public void copyRest(OutputStream out) throws IOException {
        if (inLongLine) {
            bytes.takeLine(out);
            line++;
            inLongLine = false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
