package org.companytimeline.query.stream;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What a subscriber adds up by the words of the guide.
final class ExpectedSum {

    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private BigInteger sum = BigInteger.ZERO;
    private long count;

    void add(StreamClient.Item item) {
        add(item.json().path("position").asText(), item.json().path("id").asText());
    }

    void add(String position, String id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((position + "\n" + id).getBytes(StandardCharsets.UTF_8));
            sum = sum.add(new BigInteger(1, digest)).mod(MODULUS);
            count++;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Adds what a heartbeat of another connection says.
    void add(BigInteger hash, long events) {
        sum = sum.add(hash).mod(MODULUS);
        count += events;
    }

    long count() {
        return count;
    }

    String hash() {
        return "%064x".formatted(sum);
    }
}
