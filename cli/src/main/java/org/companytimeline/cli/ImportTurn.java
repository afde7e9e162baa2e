package org.companytimeline.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Sees to it that a file is imported once at a time: two runs would write the same journal.
final class ImportTurn implements Closeable {
    private final FileChannel channel;

    private ImportTurn(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws CommandException where another process has it
    static ImportTurn take(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new CommandException(
                    "The file is being imported already: wait until that ends, or stop it");
        }
        return new ImportTurn(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
