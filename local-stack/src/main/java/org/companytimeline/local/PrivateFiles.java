package org.companytimeline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// Files and directories that only their owner can read.
final class PrivateFiles {
    private PrivateFiles() {}

    /// Makes `dir` and its missing parents; `dir` itself gets mode 0700, also if it was there.
    static Path directory(Path dir) {
        try {
            Files.createDirectories(dir);
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
            return dir;
        } catch (IOException e) {
            throw new LocalStackException("Could not make the private directory " + dir, e);
        }
    }

    /// Replaces `file` in one step by one of mode 0600 that holds `content`: a reader sees the old
    /// or the new content, whole.
    static void write(Path file, String content) {
        write(file, content, "rw-------");
    }

    /// The same for what others may read, such as a public key: mode 0644. The directory keeps them
    /// out all the same.
    static void writePublic(Path file, String content) {
        write(file, content, "rw-r--r--");
    }

    private static void write(Path file, String content, String mode) {
        try {
            var directory = file.toAbsolutePath().getParent();
            var written = Files.createTempFile(directory, "." + file.getFileName(), ".new");
            try {
                Files.writeString(written, content);
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(mode));
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new LocalStackException("Could not write the private file " + file, e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LocalStackException("Could not read " + file, e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LocalStackException("Could not delete " + file, e);
        }
    }

    /// Deletes `root` with all that is in it, if it is there. Symbolic links are deleted, not
    /// followed.
    static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(PrivateFiles::delete);
        } catch (IOException e) {
            throw new LocalStackException("Could not delete " + root, e);
        }
    }
}
