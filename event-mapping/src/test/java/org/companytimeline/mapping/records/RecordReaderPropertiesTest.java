package org.companytimeline.mapping.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordReaderPropertiesTest {

    private static final String HEADER = "a,b\n";

    @Property(tries = 3000)
    void no_byte_of_a_file_is_lost_or_read_twice(@ForAll("bodies") String body) throws IOException {
        byte[] file = (HEADER + body).getBytes(StandardCharsets.UTF_8);
        RecordReader reader =
                RecordReader.open(
                        new ByteArrayInputStream(file),
                        FileFormat.CSV.withMostRecordBytes(12),
                        List.of());
        int next = HEADER.length();
        long line = 2;

        for (FileRecord record = reader.next(); record != null; record = reader.next()) {
            assertBlank(file, next, (int) record.offset());
            line += lines(file, next, (int) record.offset());
            assertThat(record.line()).isEqualTo(line);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(record.raw());
            reader.copyRest(bytes);
            int end = (int) record.offset() + bytes.size();
            assertThat(bytes.toByteArray())
                    .isEqualTo(Arrays.copyOfRange(file, (int) record.offset(), end));
            line += lines(file, (int) record.offset(), end);
            next = end;
        }

        assertBlank(file, next, file.length);
    }

    @Property(tries = 1000)
    void well_formed_records_are_read_as_they_were_meant(
            @ForAll("fields") List<String> first, @ForAll("fields") List<String> second)
            throws IOException {
        String file = HEADER + quoted(first) + "\r\n" + quoted(second);
        RecordReader reader =
                RecordReader.open(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        FileFormat.CSV,
                        List.of());

        List<List<String>> read = new ArrayList<>();
        for (FileRecord record = reader.next(); record != null; record = reader.next()) {
            read.add(((FileRecord.Row) record).fields());
        }

        assertThat(read).containsExactly(first, second);
    }

    private static String quoted(List<String> fields) {
        return String.join(
                ",",
                fields.stream().map(field -> '"' + field.replace("\"", "\"\"") + '"').toList());
    }

    private static void assertBlank(byte[] file, int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(file[i]).isIn((byte) '\n', (byte) '\r');
        }
    }

    private static long lines(byte[] file, int from, int to) {
        long lines = 0;
        for (int i = from; i < to; i++) {
            if (file[i] == '\n'
                    || (file[i] == '\r' && (i + 1 == file.length || file[i + 1] != '\n'))) {
                lines++;
            }
        }
        return lines;
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.strings().withChars("xy,\"\"\n\r").ofMaxLength(60);
    }

    @Provide
    Arbitrary<List<String>> fields() {
        return Arbitraries.strings().withChars("xé,\"\n\r ").ofMaxLength(8).list().ofSize(2);
    }
}
