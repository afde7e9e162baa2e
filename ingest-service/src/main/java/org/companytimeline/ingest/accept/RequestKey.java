package org.companytimeline.ingest.accept;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A publisher's own name for one post: its `Idempotency-Key`, in a stream or a batch with the
/// number of the line or entry. The same key always names the same event.
///
/// @param publisher the URI of the publisher
/// @param key 1 to [#LENGTH_MAX] visible ASCII characters
/// @param line from 1, absent where the request holds one event
public record RequestKey(String publisher, String key, @Nullable Long line) {

    public static final int LENGTH_MAX = 200;

    /// The name space of the ids made of keys: UUIDv5 of the URL name space and
    /// `https://companytimeline.org/ns/idempotency-key`.
    static final UUID NAMESPACE =
            nameBased(
                    UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
                    "https://companytimeline.org/ns/idempotency-key");

    public RequestKey {
        if (!isValid(key)) {
            throw new IllegalArgumentException("not an idempotency key: " + key);
        }
    }

    public static boolean isValid(String key) {
        return !key.isEmpty()
                && key.length() <= LENGTH_MAX
                && key.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /// The id of an event that has none of its own: UUIDv5 of publisher and key, and of the line
    /// where there is one, parted by line feeds, which none of them can hold.
    public UUID eventId() {
        return nameBased(NAMESPACE, publisher + '\n' + key + (line == null ? "" : "\n" + line));
    }

    private static UUID nameBased(UUID namespace, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed =
                ByteBuffer.wrap(
                        sha1().digest(
                                        ByteBuffer.allocate(16 + bytes.length)
                                                .putLong(namespace.getMostSignificantBits())
                                                .putLong(namespace.getLeastSignificantBits())
                                                .put(bytes)
                                                .array()));
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
