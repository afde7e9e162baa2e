package org.companytimeline.local;

import java.io.IOException;
import java.nio.file.Path;

/// A program that holds the lock of a data directory until it is killed.
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (var _ = DataLock.take(Path.of(arguments[0]))) {
            System.out.println("locked");
            System.in.read();
        }
    }
}
