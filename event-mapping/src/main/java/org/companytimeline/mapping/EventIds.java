package org.companytimeline.mapping;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/// The ids of mapped events: UUIDv5, so the same row gives the same ids for ever.
public final class EventIds {

    /// UUIDv5 of the URL name space and `https://companytimeline.org/ns/mapping`.
    static final UUID NAMESPACE = UUID.fromString("ff1ea0f3-0296-550f-86b6-6e5a92781a74");

    private EventIds() {}

    /// The id of one event of a row.
    ///
    /// @param mapping the mapping's name
    /// @param event the event's name in the mapping
    /// @param key the row's own identity; each part counts with its length, so that no two keys
    ///   read alike
    public static UUID of(String mapping, String event, List<String> key) {
        ByteArrayOutputStream name = new ByteArrayOutputStream(256);
        put(name, mapping);
        put(name, event);
        key.forEach(part -> put(name, part));
        return nameBased(NAMESPACE, name.toByteArray());
    }

    private static void put(ByteArrayOutputStream name, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        name.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        name.writeBytes(bytes);
    }

    static UUID nameBased(UUID namespace, byte[] name) {
        MessageDigest sha1 = sha1();
        sha1.update(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .array());
        ByteBuffer hashed = ByteBuffer.wrap(sha1.digest(name));
        long high = (hashed.getLong() & 0xffffffffffff0fffL) | 0x5000L;
        long low = (hashed.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
