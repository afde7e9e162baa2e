package org.companytimeline.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.companytimeline.event.Event;
import org.jspecify.annotations.Nullable;

/// The smallest set of claims that fold together: one company, type and natural key.
public final class Block {

    /// The longest key, in characters; what is longer is hashed.
    public static final int KEY_LENGTH = 200;

    private Block() {}

    /// The key of the block in which an event lies by its own content, at most [#KEY_LENGTH]
    /// characters; null for events that are no claims (annotations). A threaded event lies in the
    /// block of the first recorded event of its thread instead.
    public static @Nullable String keyOf(Event event) {
        FactRule<?> rule = FactRules.of(event.details());
        if (rule == null) {
            return null;
        }
        String key = rule.keyOf(event.details());
        return key.length() <= KEY_LENGTH
                ? key
                : rule.type() + "|#" + HexFormat.of().formatHex(sha256(key));
    }

    /// The identity of an event's thread within its company: 32 bytes over publisher, type and
    /// thread; null where it has none, or is no claim.
    public static byte @Nullable [] threadOf(Event event) {
        FactRule<?> rule = FactRules.of(event.details());
        String thread = event.thread();
        if (rule == null || thread == null) {
            return null;
        }
        String publisher = event.publisher();
        return sha256(rule.type() + "|" + publisher.length() + "|" + publisher + "|" + thread);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
