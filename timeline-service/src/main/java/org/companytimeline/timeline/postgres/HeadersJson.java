package org.companytimeline.timeline.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.timeline.project.Bytes;
import org.companytimeline.timeline.project.LogRecord;

/// A record's headers as `[[name, base64 of the value or null], …]`.
final class HeadersJson {

    private static final JsonMapper JSON = new JsonMapper();

    private HeadersJson() {}

    static Bytes write(List<LogRecord.Header> headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.getFactory().createGenerator(bytes)) {
            json.writeStartArray();
            for (LogRecord.Header header : headers) {
                json.writeStartArray();
                json.writeString(header.name());
                Bytes value = header.value();
                if (value == null) {
                    json.writeNull();
                } else {
                    json.writeBinary(value.array());
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return Bytes.of(bytes.toByteArray());
    }

    static List<LogRecord.Header> read(byte[] json) {
        try {
            List<LogRecord.Header> headers = new ArrayList<>();
            for (JsonNode header : JSON.readTree(json)) {
                JsonNode value = header.get(1);
                headers.add(
                        new LogRecord.Header(
                                header.get(0).textValue(),
                                value.isNull() ? null : Bytes.of(value.binaryValue())));
            }
            return List.copyOf(headers);
        } catch (IOException e) {
            throw new UncheckedIOException("stored headers are not what was written", e);
        }
    }
}
