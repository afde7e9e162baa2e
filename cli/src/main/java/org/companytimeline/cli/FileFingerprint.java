package org.companytimeline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file and the mapping that reads it are known by: a digest of all that they hold.
final class FileFingerprint {
    private static final int BUFFER_BYTES = 256 * 1024;

    private FileFingerprint() {}

    /// 64 hex digits.
    static String of(Path file, String mappingText) throws IOException {
        var sha256 = sha256();
        sha256.update(sha256().digest(mappingText.getBytes(StandardCharsets.UTF_8)));
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
