package org.companytimeline.mapping.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final FileFormat KEEPING =
            new FileFormat(
                    FileKind.CSV,
                    ',',
                    '"',
                    StandardCharsets.UTF_8,
                    Malformed.KEEP,
                    FileFormat.MOST_RECORD_BYTES);

    @Test
    void a_record_has_its_number_line_offset_bytes_and_fields() throws IOException {
        String file = "a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n2,\"two\r\nlines\"\r\n3,z\r\n";

        List<FileRecord> records = read(file);

        assertThat(records).hasSize(3);
        assertRow(records.get(0), 1, 2, 5, "1,\"x, \"\"y\"\"\"\r\n", "1", "x, \"y\"");
        assertRow(records.get(1), 2, 4, 21, "2,\"two\r\nlines\"\r\n", "2", "two\r\nlines");
        assertRow(records.get(2), 3, 6, 37, "3,z\r\n", "3", "z");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
        RecordReader records = open(bytes("\uFEFF name ,b\n1,2\n"), FileFormat.CSV);

        List<String> columns = records.columns();

        assertThat(columns).containsExactly("name", "b");
    }

    @Test
    void a_record_with_too_few_or_too_many_fields_is_told_and_reading_goes_on() throws IOException {
        List<FileRecord> records = read("a,b\n1\n1,2,3\n1,2\n");

        assertBroken(records.get(0), 2, "1\n", "has 1 fields where the header has 2");
        assertBroken(records.get(1), 3, "1,2,3\n", "has 3 fields where the header has 2");
        assertThat(records.get(2)).isInstanceOf(FileRecord.Row.class);
    }

    @Test
    void a_quote_that_is_not_closed_takes_only_its_own_line_with_it() throws IOException {
        List<FileRecord> records = read("a,b\n1,\"x\n2,y\n3,z\n");

        assertBroken(records.get(0), 2, "1,\"x\n", "opens a quote in field 2 that is not closed");
        assertRow(records.get(1), 2, 3, 9, "2,y\n", "2", "y");
        assertRow(records.get(2), 3, 4, 13, "3,z\n", "3", "z");
    }

    @Test
    void a_quote_that_the_next_quoted_field_seems_to_close_takes_only_its_own_line_with_it()
            throws IOException {
        List<FileRecord> records = read("a,b\n1,\"x\n2,y\n3,\"z, z\"\n");

        assertBroken(records.get(0), 2, "1,\"x\n", "2 lines below");
        assertThat(records.get(1)).isInstanceOf(FileRecord.Row.class);
        assertRow(records.get(2), 3, 4, 13, "3,\"z, z\"\n", "3", "z, z");
    }

    @Test
    void a_quote_within_a_quoted_field_is_told() throws IOException {
        List<FileRecord> records = read("a,b\n1,\"a \"b\" c\"\n2,5\" disk\n");

        assertBroken(records.get(0), 2, "1,\"a \"b\" c\"\n", "double a quote");
        assertRow(records.get(1), 2, 3, 16, "2,5\" disk\n", "2", "5\" disk");
    }

    @Test
    void a_file_that_is_cut_within_a_record_is_told_at_its_end() throws IOException {
        List<FileRecord> records = read("a,b\n1,2\n3");
        List<FileRecord> within = read("a,b\n1,2\n3,4");

        assertBroken(records.get(1), 3, "3", "has 1 fields");
        assertThat(((FileRecord.Row) within.get(1)).remarks())
                .containsExactly("The file ends here without a line break: it may have been cut.");
    }

    @Test
    void a_compressed_file_is_read_and_told_where_it_is_cut() throws IOException {
        String file = "a,b\n" + "1,some text that repeats\n".repeat(20_000);
        byte[] packed = packed(bytes(file));

        List<FileRecord> whole = records(open(packed, FileFormat.CSV));
        List<FileRecord> cut =
                records(open(Arrays.copyOf(packed, packed.length - 100), FileFormat.CSV));

        assertThat(whole).hasSize(20_000);
        assertThat(cut).hasSizeGreaterThan(1_000);
        assertThat(((FileRecord.Broken) cut.getLast()).reason()).contains("was cut");
        assertThat(cut.subList(0, cut.size() - 1))
                .allSatisfy(record -> assertThat(record).isInstanceOf(FileRecord.Row.class));
    }

    @Test
    void bytes_that_are_not_in_the_encoding_are_told_by_their_place() throws IOException {
        byte[] file = bytes("a,b\n1,caf_\n2,x\n");
        file[9] = (byte) 0xE9;

        List<FileRecord> refused = records(open(file, FileFormat.CSV));
        List<FileRecord> kept = records(open(file, KEEPING));

        assertThat(((FileRecord.Broken) refused.get(0)).reason())
                .startsWith("has the byte 0xE9 at its position 6, which is not UTF-8");
        assertThat(refused.get(1)).isInstanceOf(FileRecord.Row.class);
        FileRecord.Row row = (FileRecord.Row) kept.get(0);
        assertThat(row.fields()).containsExactly("1", "caf\uFFFD");
        assertThat(row.remarks()).hasSize(1);
        assertThat(row.raw()).contains((byte) 0xE9);
    }

    @Test
    void control_characters_become_replacements_where_malformed_bytes_are_kept()
            throws IOException {
        List<FileRecord> records = records(open(bytes("a,b\n1,x\u0094y\tz\n"), KEEPING));

        FileRecord.Row row = (FileRecord.Row) records.getFirst();

        assertThat(row.fields()).containsExactly("1", "x\uFFFDy\tz");
        assertThat(row.remarks()).hasSize(1);
    }

    @Test
    void another_encoding_delimiter_and_quote_are_read() throws IOException {
        FileFormat format =
                new FileFormat(
                        FileKind.CSV,
                        ';',
                        '\'',
                        Charset.forName("windows-1252"),
                        Malformed.REFUSE,
                        1000);

        List<FileRecord> records =
                records(open("a;b\n1;'caf\u00E9; \u20AC'\n".getBytes(format.encoding()), format));

        assertThat(((FileRecord.Row) records.getFirst()).fields())
                .containsExactly("1", "caf\u00E9; \u20AC");
    }

    @Test
    void utf_16_is_refused_with_what_to_do() {
        byte[] file = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16);

        assertThatThrownBy(() -> open(file, FileFormat.CSV))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("save it in UTF-8");
    }

    @Test
    void a_record_that_is_too_long_is_told_and_copied_without_being_held() throws IOException {
        long length = 100L * 1024 * 1024;
        InputStream file =
                new java.io.SequenceInputStream(
                        Collections.enumeration(
                                List.of(
                                        new ByteArrayInputStream(bytes("a,b\n")),
                                        new Repeated('x', length),
                                        new ByteArrayInputStream(bytes("\n1,2\n")))));
        RecordReader records = RecordReader.open(file, FileFormat.CSV, List.of());
        Counting rest = new Counting();

        FileRecord.Broken broken = (FileRecord.Broken) Objects.requireNonNull(records.next());
        records.copyRest(rest);

        assertThat(broken.reason()).startsWith("is longer than 1,048,576 bytes");
        assertThat(broken.raw()).hasSize(FileFormat.MOST_RECORD_BYTES);
        assertThat(rest.count).isEqualTo(length + 1 - FileFormat.MOST_RECORD_BYTES);
        assertRow(Objects.requireNonNull(records.next()), 2, 3, length + 5, "1,2\n", "1", "2");
        assertThat(records.next()).isNull();
    }

    @Test
    void a_quote_that_swallows_more_than_a_record_may_have_takes_only_its_own_line_with_it()
            throws IOException {
        String file = "a,b\n1,\"x\n" + "2,y\n".repeat(50);

        List<FileRecord> records =
                records(open(bytes(file), FileFormat.CSV.withMostRecordBytes(40)));

        assertBroken(records.get(0), 2, "1,\"x\n", "not closed within 40 bytes");
        assertThat(records).hasSize(51);
        assertRow(records.get(50), 51, 52, 5 + 4 + 49 * 4, "2,y\n", "2", "y");
    }

    @Test
    void json_objects_are_records_by_lines_in_an_array_or_one_after_another() throws IOException {
        String array =
                "[{\"a\": {\"b\": \"x\\\"}\"}},\n {\"a\": {\"b\": [1, 2.50]},\n \"c\": null}]\n";

        List<FileRecord> records = json(array, FileKind.JSON, "a.b", "a.b.1", "c");

        assertThat(fields(records.get(0))).containsExactly("x\"}", "", "");
        assertThat(fields(records.get(1))).containsExactly("", "2.50", "");
        assertThat(records.get(1).line()).isEqualTo(2);
        assertThat(records).hasSize(2);
    }

    @Test
    void a_json_line_that_is_broken_is_told_and_reading_goes_on() throws IOException {
        List<FileRecord> records =
                json("{\"a\": 1\n{\"a\": 2}\n{\"a\": 3, \"a\": 4}\n", FileKind.JSON_LINES, "a");

        assertThat(((FileRecord.Broken) records.get(0)).reason()).startsWith("is no JSON");
        assertThat(fields(records.get(1))).containsExactly("2");
        assertThat(((FileRecord.Broken) records.get(2)).reason()).contains("Duplicate field 'a'");
    }

    @Test
    void lines_are_given_as_they_stand() throws IOException {
        RecordReader records = open(bytes("{\"id\": 1}\n\n  \nnot json\n"), FileFormat.LINES);

        List<FileRecord> lines = records(records);

        assertThat(lines).extracting(FileRecord::line).containsExactly(1L, 4L);
        assertThat(lines.get(1).raw()).isEqualTo(bytes("not json\n"));
    }

    private static List<FileRecord> read(String file) throws IOException {
        return records(open(bytes(file), FileFormat.CSV));
    }

    private static List<FileRecord> json(String file, FileKind kind, String... paths)
            throws IOException {
        FileFormat format =
                new FileFormat(kind, ',', '"', StandardCharsets.UTF_8, Malformed.REFUSE, 1000);
        return records(
                RecordReader.open(new ByteArrayInputStream(bytes(file)), format, List.of(paths)));
    }

    private static RecordReader open(byte[] file, FileFormat format) throws IOException {
        return RecordReader.open(new ByteArrayInputStream(file), format, List.of());
    }

    private static List<FileRecord> records(RecordReader reader) throws IOException {
        List<FileRecord> records = new ArrayList<>();
        for (FileRecord record = reader.next(); record != null; record = reader.next()) {
            records.add(record);
        }
        return records;
    }

    private static void assertRow(
            FileRecord record, long number, long line, long offset, String raw, String... fields) {
        assertThat(record).isInstanceOf(FileRecord.Row.class);
        assertThat(record.number()).isEqualTo(number);
        assertThat(record.line()).isEqualTo(line);
        assertThat(record.offset()).isEqualTo(offset);
        assertThat(new String(record.raw(), StandardCharsets.UTF_8)).isEqualTo(raw);
        assertThat(fields(record)).containsExactly(fields);
    }

    private static List<String> fields(FileRecord record) {
        return ((FileRecord.Row) record).fields();
    }

    private static void assertBroken(FileRecord record, long line, String raw, String reason) {
        assertThat(record).isInstanceOf(FileRecord.Broken.class);
        assertThat(record.line()).isEqualTo(line);
        assertThat(new String(record.raw(), StandardCharsets.UTF_8)).isEqualTo(raw);
        assertThat(((FileRecord.Broken) record).reason()).contains(reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /// One byte many times.
    private static final class Repeated extends InputStream {
        private final int value;
        private long left;

        Repeated(int value, long left) {
            this.value = value;
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + count, (byte) value);
            left -= count;
            return count;
        }
    }

    /// Counts what is written, and holds nothing.
    private static final class Counting extends java.io.OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
