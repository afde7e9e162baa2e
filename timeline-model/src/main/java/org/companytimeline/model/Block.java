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
    /// characters; null for events that are no claims (annotations). A threaded claim lies in the
    /// block of the first of its thread instead.
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

    /// The type of the claims that lie in the block of a key.
    public static String typeOf(String key) {
        int end = key.indexOf('|');
        return end < 0 ? key : key.substring(0, end);
    }

    /// The key of the block in which a claim lies by its own content.
    static String of(Event claim) {
        String key = keyOf(claim);
        if (key == null) {
            throw new IllegalArgumentException("an annotation lies in no block: " + claim.id());
        }
        return key;
    }

    /// The identity of an event's thread within its company: 32 bytes over publisher, type and
    /// thread; null where it has none, or is no claim.
    public static byte @Nullable [] threadOf(Event event) {
        return threadOf(event, event.publisher());
    }

    /// The identity of the thread in which the head of a lineage lies, within its company; null
    /// where it has none.
    public static byte @Nullable [] threadOf(Lineage lineage) {
        return threadOf(lineage.head().event(), lineage.publisher());
    }

    /// The identity of an event's thread in the scope of a publisher; null where it has none, or is
    /// no claim.
    static byte @Nullable [] threadOf(Event event, String publisher) {
        FactRule<?> rule = FactRules.of(event.details());
        String thread = event.thread();
        if (rule == null || thread == null) {
            return null;
        }
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
