package org.companytimeline.cli;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// How many events a connection gave, and the sum modulo 2^256 of their digests, each SHA-256 of
/// position, line feed and id: what heartbeats say of the same connection.
final class ReceivedSum {
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private BigInteger sum = BigInteger.ZERO;
    private long count;

    void add(String position, String id) {
        var digest = sha256().digest((position + "\n" + id).getBytes(StandardCharsets.UTF_8));
        sum = sum.add(new BigInteger(1, digest)).mod(MODULUS);
        count++;
    }

    boolean agreesWith(StreamMessage.Heartbeat heartbeat) {
        return heartbeat.count() == count && heartbeat.hash().equals(hash());
    }

    long count() {
        return count;
    }

    /// 64 lower-case hexadecimal digits.
    String hash() {
        return "%064x".formatted(sum);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
