package org.companytimeline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The events of a file: newline-delimited JSON (of any length, read line by line), one JSON object
/// over several lines, or a JSON array of objects. Which of them is seen from the content.
///
/// A line is given on as it stands: whether it is an event, ingest-service says. An object or array
/// over several lines may have [#MAX_DOCUMENT_CHARS] characters.
final class EventFile implements Iterator<EventLine> {
    static final int MAX_DOCUMENT_CHARS = 64 * 1024 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private final BufferedReader in;
    private final Iterator<EventLine> document;
    private @Nullable String firstLine;
    private long lineNumber;
    private @Nullable EventLine next;

    /// @throws CommandException if it is a document over several lines that is no JSON or too long
    EventFile(Reader reader) throws IOException {
        in = reader instanceof BufferedReader buffered ? buffered : new BufferedReader(reader);
        var first = in.readLine();
        var blankLines = 0L;
        while (first != null && first.isBlank()) {
            blankLines++;
            first = in.readLine();
        }
        if (first != null && isOneDocument(first)) {
            document = elements(first + "\n" + rest()).iterator();
        } else {
            document = List.<EventLine>of().iterator();
            firstLine = first;
            lineNumber = blankLines;
        }
        next = advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public EventLine next() {
        var current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        try {
            next = advance();
        } catch (IOException e) {
            throw new CommandException(
                    "Could not read on after line %d: %s"
                            .formatted(current.number(), e.getMessage()),
                    e);
        }
        return current;
    }

    private @Nullable EventLine advance() throws IOException {
        if (document.hasNext()) {
            return document.next();
        }
        var line = firstLine;
        firstLine = null;
        if (line == null) {
            line = in.readLine();
        }
        lineNumber++;
        while (line != null && line.isBlank()) {
            line = in.readLine();
            lineNumber++;
        }
        return line == null ? null : new EventLine(lineNumber, line.strip());
    }

    /// Whether the document begins with an array, or with an object that doesn't end on its first
    /// line.
    private static boolean isOneDocument(String firstLine) {
        var start = firstLine.stripLeading();
        return start.startsWith("[") || (start.startsWith("{") && !isComplete(firstLine));
    }

    private static boolean isComplete(String line) {
        try (var parser = JSON.createParser(line)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT;
        } catch (IOException e) {
            // Broken within the line: newline-delimited, unless it merely ends too early.
            return !(e instanceof com.fasterxml.jackson.core.io.JsonEOFException);
        }
    }

    private String rest() throws IOException {
        var text = new StringBuilder();
        var buffer = new char[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            text.append(buffer, 0, read);
            if (text.length() > MAX_DOCUMENT_CHARS) {
                throw new CommandException(
                        "A JSON document may have %,d characters: put one event on each line instead (NDJSON)"
                                .formatted(MAX_DOCUMENT_CHARS));
            }
        }
        return text.toString();
    }

    /// The objects of a document, each on one line. Between the tokens of JSON a line break means
    /// nothing, within them it can't be.
    private static List<EventLine> elements(String document) throws IOException {
        var elements = new ArrayList<EventLine>();
        try (var parser = JSON.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                requireEnd(parser.nextToken());
                return List.of(new EventLine(1, onOneLine(document)));
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                var from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                // A number or word may stretch further than its token has been read.
                parser.finishToken();
                var to = (int) parser.currentLocation().getCharOffset();
                elements.add(
                        new EventLine(
                                elements.size() + 1L, onOneLine(document.substring(from, to))));
            }
            requireEnd(parser.nextToken());
            return elements;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new CommandException(
                    "Not JSON at line %d, column %d: %s"
                            .formatted(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
                    e);
        }
    }

    private static void requireEnd(@Nullable JsonToken token) {
        if (token != null) {
            throw new CommandException(
                    "After the first JSON document comes another one: put each event on one line"
                            + " (NDJSON), or all in one array");
        }
    }

    private static String onOneLine(String json) {
        return json.strip().replace('\n', ' ').replace('\r', ' ');
    }
}
