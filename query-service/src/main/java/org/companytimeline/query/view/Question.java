package org.companytimeline.query.view;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// What a list is asked for, without limit and cursor: the same text for the same question.
record Question(String text) {

    /// Joined so that two different questions never give one text.
    static Question of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            String value = part.toString();
            text.append(value.length()).append(':').append(value);
        }
        return new Question(text.toString());
    }

    int hash() {
        CRC32C hash = new CRC32C();
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) hash.getValue();
    }
}
