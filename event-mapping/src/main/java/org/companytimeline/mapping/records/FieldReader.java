package org.companytimeline.mapping.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of one record.
interface FieldReader {

    /// The fields, or none.
    ///
    /// @param fault why there are none; null where there are
    record Fields(List<String> fields, @Nullable String fault) {}

    Fields read(String record);

    static FieldReader of(FileFormat format, List<String> columns) {
        return switch (format.kind()) {
            case CSV -> new Csv(format);
            case JSON, JSON_LINES -> new Json(columns);
            case LINES -> record -> new Fields(List.of(), null);
        };
    }

    /// Of a record of CSV.
    final class Csv implements FieldReader {

        private final CsvReader.CsvReaderBuilder csv;

        Csv(FileFormat format) {
            csv =
                    CsvReader.builder()
                            .fieldSeparator(format.delimiter())
                            .quoteCharacter(format.quote())
                            .maxBufferSize(Math.max(16, 2 * format.mostRecordBytes()));
        }

        @Override
        public Fields read(String record) {
            try {
                return new Fields(csv.ofSingleCsvRecord(record).getFields(), null);
            } catch (CsvParseException unread) {
                return new Fields(List.of(), "is no record of CSV: " + unread.getMessage());
            }
        }
    }

    /// Of a JSON object, by paths such as `Entity.LegalName`: a part names a member, in an array a
    /// number from 0. A path that is not there, leads to `null`, an object or an array is an empty
    /// field.
    ///
    /// @param paths one for each field
    record Json(List<String> paths) implements FieldReader {

        private static final JsonMapper MAPPER =
                JsonMapper.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                        .build();

        @Override
        public Fields read(String record) {
            try {
                JsonNode object = MAPPER.readTree(record);
                if (!object.isObject()) {
                    return new Fields(List.of(), "is no JSON object");
                }
                List<String> fields = new ArrayList<>(paths.size());
                for (String path : paths) {
                    fields.add(at(object, path));
                }
                return new Fields(fields, null);
            } catch (JsonProcessingException unread) {
                return new Fields(
                        List.of(), "is no JSON that can be read: " + unread.getOriginalMessage());
            }
        }

        private static String at(JsonNode object, String path) {
            JsonNode value = object;
            for (String part : path.split("\\.", -1)) {
                value =
                        value.isArray() && part.matches("[0-9]{1,6}")
                                ? value.path(Integer.parseInt(part))
                                : value.path(part);
            }
            return value.isNull() ? "" : value.asText();
        }
    }
}
