package org.companytimeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;

/// How many events there are, and the sum of their digests, as `docs/subscribing.md` tells it.
record DigestSum(long count, BigInteger sum) {

    static final DigestSum NOTHING = new DigestSum(0, BigInteger.ZERO);

    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    /// What a heartbeat says.
    static DigestSum said(JsonNode heartbeat) {
        return new DigestSum(
                heartbeat.required("count").asLong(),
                new BigInteger(heartbeat.required("hash").asText(), 16));
    }

    static DigestSum of(Collection<JsonNode> events) {
        return events.stream().reduce(NOTHING, DigestSum::plus, DigestSum::plus);
    }

    DigestSum plus(JsonNode event) {
        String told = event.path("position").asText() + "\n" + event.path("id").asText();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(told.getBytes(StandardCharsets.UTF_8));
            return plus(new DigestSum(1, new BigInteger(1, digest)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    DigestSum plus(DigestSum other) {
        return new DigestSum(count + other.count, sum.add(other.sum).mod(MODULUS));
    }
}
