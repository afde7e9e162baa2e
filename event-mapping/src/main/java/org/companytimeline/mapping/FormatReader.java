package org.companytimeline.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.companytimeline.mapping.document.MappingFaults;
import org.companytimeline.mapping.document.Section;
import org.companytimeline.mapping.records.FileFormat;
import org.companytimeline.mapping.records.FileKind;
import org.companytimeline.mapping.records.Malformed;
import org.jspecify.annotations.Nullable;

/// Reads how a mapping says that its files are written.
final class FormatReader {

    private static final int ASCII_CHARACTERS = 128;

    private FormatReader() {}

    static FileFormat read(@Nullable Section section, MappingFaults faults) {
        if (section == null) {
            return FileFormat.CSV;
        }
        String kind = section.choice("file", "csv", List.of("csv", "json", "json-lines"));
        char delimiter = sign(section, "delimiter", FileFormat.CSV.delimiter(), faults);
        char quote = sign(section, "quote", FileFormat.CSV.quote(), faults);
        Charset encoding = encoding(section, faults);
        String malformed = section.choice("malformed", "refuse", List.of("refuse", "keep"));
        section.end();
        if (delimiter == quote) {
            faults.add(section.at(), "has the same sign for delimiter and quote");
            quote = (char) (delimiter + 1);
        }
        return new FileFormat(
                switch (kind) {
                    case "json" -> FileKind.JSON;
                    case "json-lines" -> FileKind.JSON_LINES;
                    default -> FileKind.CSV;
                },
                delimiter,
                quote,
                encoding,
                malformed.equals("keep") ? Malformed.KEEP : Malformed.REFUSE,
                FileFormat.MOST_RECORD_BYTES);
    }

    private static char sign(Section section, String name, char otherwise, MappingFaults faults) {
        String text = section.text(name);
        if (text == null) {
            return otherwise;
        }
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || text.charAt(0) >= ASCII_CHARACTERS - 1 || "\r\n".contains(text)) {
            faults.add(
                    section.placeOf(name), "is no single sign of ASCII such as \";\", and not tab");
            return otherwise;
        }
        return text.charAt(0);
    }

    private static Charset encoding(Section section, MappingFaults faults) {
        String name = section.text("encoding");
        if (name == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset encoding = Charset.forName(name.strip());
            if (encoding.equals(StandardCharsets.UTF_8) || isByteForCharacter(encoding)) {
                return encoding;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            faults.add(section.placeOf("encoding"), "is no encoding that is known, such as utf-8");
            return StandardCharsets.UTF_8;
        }
        faults.add(
                section.placeOf("encoding"),
                "is an encoding in which signs of ASCII can't be found; save the file in utf-8");
        return StandardCharsets.UTF_8;
    }

    /// Whether a byte is a character and the first 128 are those of ASCII.
    private static boolean isByteForCharacter(Charset encoding) {
        byte[] ascii = new byte[ASCII_CHARACTERS];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return encoding.canEncode()
                && encoding.newEncoder().maxBytesPerChar() == 1.0f
                && new String(ascii, encoding).equals(new String(ascii, StandardCharsets.US_ASCII));
    }
}
