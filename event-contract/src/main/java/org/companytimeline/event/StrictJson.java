package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.companytimeline.event.shape.Pointer;

/// JSON without the doubtful parts: UTF-8, one value, no key twice, no half of a surrogate pair,
/// numbers exact, a bounded depth.
public final class StrictJson {

    /// Objects and arrays in each other.
    public static final int MOST_LEVELS = 100;

    /// Characters of one number.
    public static final int MOST_DIGITS = 100;

    /// Characters of one key.
    public static final int MOST_KEY_CHARACTERS = 1_000;

    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MOST_LEVELS)
                                                    .maxNumberLength(MOST_DIGITS)
                                                    .maxNameLength(MOST_KEY_CHARACTERS)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    /// What Java makes of bytes that are not UTF-8; it can also be meant.
    private static final char REPLACEMENT = '\uFFFD';

    private StrictJson() {}

    /// What reading gives: a document or the one fault that kept it from being read.
    public sealed interface Reading {}

    /// A JSON value with exact numbers.
    ///
    /// @param json its tree
    public record Document(JsonNode json) implements Reading {}

    /// No JSON that is accepted (HTTP 400).
    ///
    /// @param fault the first thing to change
    public record Unreadable(Fault fault) implements Reading {}

    /// Reads one JSON value.
    ///
    /// @param bytes UTF-8
    public static Reading read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes)) {
            return unreadable("", "is not UTF-8; encode the JSON as UTF-8");
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            return read(parser, text);
        } catch (IOException fault) {
            throw new UncheckedIOException("could not close a parser over a string", fault);
        }
    }

    private static Reading read(JsonParser parser, String text) throws IOException {
        try {
            JsonNode json = MAPPER.readTree(parser);
            if (json == null || json.isMissingNode()) {
                return unreadable("", "is empty; send one JSON object");
            }
            if (parser.nextToken() != null) {
                return unreadable("", "goes on after its end; send one JSON value");
            }
            return mayHoldSurrogates(text)
                    ? loneSurrogate(json, Pointer.ROOT)
                            .<Reading>map(Unreadable::new)
                            .orElseGet(() -> new Document(json))
                    : new Document(json);
        } catch (StreamConstraintsException refusal) {
            return unreadable(
                    "",
                    "is over a bound: at most "
                            + MOST_LEVELS
                            + " levels of objects and arrays, "
                            + MOST_DIGITS
                            + " characters in a number and "
                            + MOST_KEY_CHARACTERS
                            + " in a key");
        } catch (NumberFormatException refusal) { // Jackson lets an exponent of 11 digits through
            return unreadable(
                    parser.getParsingContext().pathAsPointer().toString(),
                    "is a number with too long an exponent; write its digits");
        } catch (JsonProcessingException refusal) {
            return unreadable(
                    parser.getParsingContext().pathAsPointer().toString(),
                    "is not JSON: "
                            + refusal.getOriginalMessage()
                            + " (line "
                            + refusal.getLocation().getLineNr()
                            + ", column "
                            + refusal.getLocation().getColumnNr()
                            + ")");
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException refusal) {
            return false;
        }
    }

    private static Reading unreadable(String pointer, String detail) {
        return new Unreadable(new Fault(pointer, detail, List.of()));
    }

    /// Strict UTF-8 has no lone surrogates, so only an escape can make one.
    private static boolean mayHoldSurrogates(String text) {
        return text.contains("\\ud") || text.contains("\\uD");
    }

    private static Optional<Fault> loneSurrogate(JsonNode json, Pointer at) {
        if (json.isTextual() && !isWhole(json.textValue())) {
            return Optional.of(halved(at));
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            Optional<Fault> found = loneSurrogate(json.get(i), at.to(i));
            if (found.isPresent()) {
                return found;
            }
        }
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            Optional<Fault> found =
                    isWhole(property.getKey())
                            ? loneSurrogate(property.getValue(), at.to(property.getKey()))
                            : Optional.of(halved(at));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Fault halved(Pointer at) {
        return new Fault(
                at.toString(),
                "holds half of a surrogate pair; write the whole character, or none",
                List.of());
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
