package org.companytimeline.cli;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Which events a file has given so far, and what they said.
///
/// It is a table in a mapped file, so the heap stays the same whatever the size of the import: 32
/// bytes for each slot, at most 7 of 10 slots taken, twice the slots when it is full. An event is
/// known by 128 bits of a digest of its company and id, its content by 64 bits of one. Safe for use
/// by several threads.
final class SeenEvents implements Closeable {
    private static final long FIRST_SLOTS = 1 << 16;
    private static final long SLOT_BYTES = 32;
    private static final long CONTENT = 16;
    private static final long LINE = 24;

    /// In place of a line: the slot is free.
    private static final long FREE = 0;

    /// In place of a line: the event was seen and counts no more.
    private static final long FORGOTTEN = -1;

    private final Path folder;
    private final MessageDigest sha256 = sha256();
    private Arena arena = Arena.ofShared();
    private MemorySegment table;
    private long slots;
    private long taken;

    /// @param folder where the file lies; it has no name there, and goes with the process
    SeenEvents(Path folder) throws IOException {
        this.folder = folder;
        slots = FIRST_SLOTS;
        table = mapped(slots, arena);
    }

    /// What is known of an event.
    sealed interface Seen {
        /// Nothing until now.
        record First() implements Seen {}

        /// It stands on an earlier line, with the same content.
        record Again(long line) implements Seen {}

        /// It stands on an earlier line, with another content.
        record Otherwise(long line) implements Seen {}
    }

    /// Remembers an event, unless another was seen under its id.
    ///
    /// @param line on which it stands, from 1
    synchronized Seen put(RowEvent event, long line) throws IOException {
        if (taken * 10 >= slots * 7) {
            grow();
        }
        var key = key(event.company(), event.id().toString());
        var high = key.getLong();
        var low = key.getLong();
        var content = ByteBuffer.wrap(sha256.digest(event.content())).getLong();
        var slot = slot(table, slots, high, low);
        var seenOn = line(table, slot);
        if (seenOn > FREE) {
            return content == value(table, slot + CONTENT)
                    ? new Seen.Again(seenOn)
                    : new Seen.Otherwise(seenOn);
        }
        if (seenOn == FREE) {
            taken++;
        }
        write(table, slot, high, low, content, line);
        return new Seen.First();
    }

    /// Lets an event count as new the next time.
    synchronized void forget(String company, String id) {
        var slot = find(company, id);
        if (line(table, slot) > FREE) {
            table.set(ValueLayout.JAVA_LONG, slot + LINE, FORGOTTEN);
        }
    }

    /// On which line an event stands; 0 where it was not seen.
    synchronized long lineOf(String company, String id) {
        return Math.max(FREE, line(table, find(company, id)));
    }

    private long find(String company, String id) {
        var key = key(company, id);
        return slot(table, slots, key.getLong(), key.getLong());
    }

    private ByteBuffer key(String company, String id) {
        return ByteBuffer.wrap(
                sha256.digest((company + "\n" + id).getBytes(StandardCharsets.UTF_8)));
    }

    private void grow() throws IOException {
        var largerArena = Arena.ofShared();
        var largerSlots = slots * 2;
        var larger = mapped(largerSlots, largerArena);
        for (long from = 0; from < slots * SLOT_BYTES; from += SLOT_BYTES) {
            if (line(table, from) != FREE) {
                var high = value(table, from);
                var low = value(table, from + Long.BYTES);
                write(
                        larger,
                        slot(larger, largerSlots, high, low),
                        high,
                        low,
                        value(table, from + CONTENT),
                        line(table, from));
            }
        }
        arena.close();
        arena = largerArena;
        table = larger;
        slots = largerSlots;
    }

    /// Where a key lies, or the free slot in which it would.
    private static long slot(MemorySegment table, long slots, long high, long low) {
        var slot = (high & (slots - 1)) * SLOT_BYTES;
        while (line(table, slot) != FREE
                && (value(table, slot) != high || value(table, slot + Long.BYTES) != low)) {
            slot = (slot + SLOT_BYTES) % (slots * SLOT_BYTES);
        }
        return slot;
    }

    private static void write(
            MemorySegment table, long slot, long high, long low, long content, long line) {
        table.set(ValueLayout.JAVA_LONG, slot, high);
        table.set(ValueLayout.JAVA_LONG, slot + Long.BYTES, low);
        table.set(ValueLayout.JAVA_LONG, slot + CONTENT, content);
        table.set(ValueLayout.JAVA_LONG, slot + LINE, line);
    }

    private static long line(MemorySegment table, long slot) {
        return value(table, slot + LINE);
    }

    private static long value(MemorySegment table, long at) {
        return table.get(ValueLayout.JAVA_LONG, at);
    }

    private MemorySegment mapped(long slotCount, Arena lifetime) throws IOException {
        var file = Files.createTempFile(folder, "seen", "");
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, slotCount * SLOT_BYTES, lifetime);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() {
        arena.close();
    }
}
