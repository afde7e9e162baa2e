package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Text that people read: some visible character, no control characters but tab and line breaks.
///
/// @param most characters (Unicode code points)
public record TextShape(int most) implements Shape<String> {

    public static final int MOST_CHARACTERS = 10_000;

    private static final String CONTROLS =
            "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";
    private static final String PATTERN =
            "^[^"
                    + CONTROLS
                    + "]*[^"
                    + CONTROLS
                    + "\\u0009\\u000a\\u000d\\u0020][^"
                    + CONTROLS
                    + "]*$";

    @Override
    public @Nullable String read(JsonNode json, Pointer at, Faults faults) {
        if (!json.isTextual()) {
            faults.add(at, "must be a string, not " + Words.shown(json));
            return null;
        }
        String text = json.textValue();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            faults.add(at, "has " + length + " characters; shorten it to " + most);
            return null;
        }
        String unreadable = unreadableCharacter(text);
        if (unreadable != null) {
            faults.add(at, "holds the control character " + unreadable + "; remove it");
            return null;
        }
        if (isBlank(text)) {
            faults.add(at, "is blank; write what it says or leave it out");
            return null;
        }
        return text;
    }

    /// The first control character, such as `U+0000`, that is not a tab or a line break; null if
    /// there is none.
    public static @Nullable String unreadableCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                return String.format(Locale.ROOT, "U+%04X", (int) c);
            }
        }
        return null;
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(String value, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeString(value);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.refer(
                most == MOST_CHARACTERS ? "Text" : "TextOf" + most,
                () ->
                        JsonNodeFactory.instance
                                .objectNode()
                                .put(
                                        "description",
                                        "text with something to see, without control characters"
                                                + " but tabs and line breaks")
                                .put("type", "string")
                                .put("maxLength", most)
                                .put("pattern", PATTERN));
    }
}
