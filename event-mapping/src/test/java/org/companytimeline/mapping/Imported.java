package org.companytimeline.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.companytimeline.mapping.records.FileRecord;
import org.companytimeline.mapping.records.RecordReader;
import org.jspecify.annotations.Nullable;

/// What became of every record of a file.
final class Imported {

    static final JsonMapper JSON = JsonMapper.builder().build();

    int mapped;
    int repeated;
    int remarked;
    final List<String> refused = new ArrayList<>();
    final Set<String> companies = new HashSet<>();
    final Map<String, Integer> types = new HashMap<>();
    final Map<UUID, Integer> contents = new HashMap<>();
    final List<UUID> clashes = new ArrayList<>();

    /// Reads a whole file.
    static Imported of(Mapping mapping, InputStream file) throws IOException {
        Imported imported = new Imported();
        try (RecordReader records = mapping.open(file)) {
            RowMapper rows = mapping.over(records.columns());
            for (FileRecord record = records.next(); record != null; record = records.next()) {
                imported.add(record, rows);
            }
        }
        return imported;
    }

    /// The events of a small file, in order, which has nothing that is refused.
    static List<JsonNode> events(Mapping mapping, String file) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (MappedRow row : rows(mapping, file)) {
            for (MappedEvent event : ((MappedRow.Mapped) row).events()) {
                events.add(JSON.readTree(event.json()));
            }
        }
        return events;
    }

    /// What becomes of the rows of a small file of which each can be read.
    static List<MappedRow> rows(Mapping mapping, String file) throws IOException {
        List<MappedRow> rows = new ArrayList<>();
        InputStream in = new java.io.ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        try (RecordReader records = mapping.open(in)) {
            RowMapper mapper = mapping.over(records.columns());
            for (FileRecord record = records.next(); record != null; record = records.next()) {
                rows.add(mapper.map((FileRecord.Row) record));
            }
        }
        return rows;
    }

    private void add(FileRecord record, RowMapper rows) {
        switch (record) {
            case FileRecord.Broken broken ->
                    refused.add("line " + broken.line() + ": " + broken.reason());
            case FileRecord.Row row -> {
                switch (rows.map(row)) {
                    case MappedRow.Refused refusal ->
                            refused.add("line " + row.line() + ": " + refusal.refusals());
                    case MappedRow.Mapped given -> add(given);
                }
            }
        }
    }

    private void add(MappedRow.Mapped row) {
        boolean fresh = false;
        for (MappedEvent event : row.events()) {
            String json = new String(event.json(), StandardCharsets.UTF_8);
            @Nullable Integer before = contents.putIfAbsent(event.id(), json.hashCode());
            if (before == null) {
                fresh = true;
                types.merge(type(json), 1, Integer::sum);
            } else if (before != json.hashCode()) {
                clashes.add(event.id());
            }
            companies.add(event.company());
            int acquirer = json.indexOf("\"acquirer\":{\"company\":\"");
            if (acquirer >= 0) {
                String rest = json.substring(acquirer + 23);
                companies.add(rest.substring(0, rest.indexOf('"')));
            }
        }
        mapped += fresh ? 1 : 0;
        repeated += fresh ? 0 : 1;
        remarked += row.remarks().isEmpty() ? 0 : 1;
    }

    private static String type(String json) {
        String rest = json.substring(json.indexOf("\"type\":\"") + 8);
        return rest.substring(0, rest.indexOf('"'));
    }

    int rows() {
        return mapped + repeated + refused.size();
    }
}
