package org.companytimeline.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What one connection gave, added up as its heartbeats do: how many events, and the sum modulo
/// 2^256 of their digests.
final class EventSum {
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private long count;
    private BigInteger sum = BigInteger.ZERO;

    void add(JsonNode event) {
        String text = event.get("position").asText() + "\n" + event.get("id").asText();
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        sum = sum.add(new BigInteger(1, digest)).mod(MODULUS);
        count++;
    }

    /// Whether the service sent the same.
    boolean agreesWith(JsonNode heartbeat) {
        return heartbeat.get("count").asLong() == count
                && heartbeat.get("hash").asText().equals("%064x".formatted(sum));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
