package org.companytimeline.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The passwords of a database of the local stack, made at random at the first start and kept in a
/// file of mode 0600.
record PostgresCredentials(String superuserPassword, String ownerPassword, String readerPassword) {
    private static final int PASSWORD_BYTES = 24;

    /// Reads `file`, or writes it if it isn't there.
    static PostgresCredentials keptIn(Path file) {
        if (!Files.exists(file)) {
            var made =
                    new PostgresCredentials(randomPassword(), randomPassword(), randomPassword());
            PrivateFiles.write(file, made.asText());
            return made;
        }
        var properties = new Properties();
        try {
            properties.load(new StringReader(PrivateFiles.read(file)));
        } catch (IOException e) {
            throw new LocalStackException("Could not read the passwords in " + file, e);
        }
        return new PostgresCredentials(
                required(properties, "superuser", file),
                required(properties, "owner", file),
                required(properties, "reader", file));
    }

    @Override
    public String toString() {
        return "PostgresCredentials[not shown]";
    }

    private String asText() {
        return "superuser=%s\nowner=%s\nreader=%s\n"
                .formatted(superuserPassword, ownerPassword, readerPassword);
    }

    private static String required(Properties properties, String name, Path file) {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new LocalStackException(
                    "The file %s lacks the password '%s'".formatted(file, name));
        }
        return value;
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
