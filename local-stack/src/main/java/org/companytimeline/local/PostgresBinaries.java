package org.companytimeline.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL for this operating system, unpacked once per user into a cache
/// directory.
///
/// The cache is `$XDG_CACHE_HOME/company-timeline` (`~/.cache/company-timeline`), about 60 MB. Any
/// number of processes may ask at once.
final class PostgresBinaries {
    private PostgresBinaries() {}

    /// The directory that holds `bin/initdb` and `bin/postgres`.
    static Path unpacked() {
        var archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try {
            var home = cache().resolve("postgresql-" + digest(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return home;
        } catch (IOException e) {
            throw new LocalStackException(
                    "Could not unpack the programs of PostgreSQL (%s) to %s"
                            .formatted(archive, cache()),
                    e);
        }
    }

    static String archiveName(String operatingSystem, String architecture) {
        var system = operatingSystem.toLowerCase(Locale.ROOT);
        var family =
                system.startsWith("mac") ? "darwin" : system.startsWith("linux") ? "linux" : system;
        var machine =
                switch (architecture) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> architecture;
                };
        return "postgres-%s-%s.txz".formatted(family, machine);
    }

    private static Path cache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var base =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return base.resolve("company-timeline");
    }

    private static InputStream open(String archive) {
        var found =
                Objects.requireNonNull(PostgresBinaries.class.getClassLoader())
                        .getResourceAsStream(archive);
        if (found == null) {
            throw new LocalStackException(
                    "No PostgreSQL for this machine is on the class path (%s): use Linux, macOS on arm64, or docker-compose.yml"
                            .formatted(archive));
        }
        return found;
    }

    private static String digest(String archive) throws IOException {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /// Unpacks beside `home` and renames: `home` is never there in part, and of several processes
    /// one wins.
    private static void unpack(String archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (var in =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = in.getNextEntry();
                    entry != null;
                    entry = in.getNextEntry()) {
                unpackEntry(in, entry, unfinished);
            }
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            // Another process was first: its copy is the same.
        } finally {
            PrivateFiles.deleteTree(unfinished);
        }
    }

    private static void unpackEntry(TarArchiveInputStream in, TarArchiveEntry entry, Path root)
            throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()));
        } else {
            Files.copy(in, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
