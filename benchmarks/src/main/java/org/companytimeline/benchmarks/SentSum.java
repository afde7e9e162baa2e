package org.companytimeline.benchmarks;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What the last heartbeat of a stream must say that sent all stored events, added up as the guide
/// for subscribers describes it.
record SentSum(long count, String hash) {

    static SentSum ofAllEvents(Connection connection)
            throws SQLException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        BigInteger sum = BigInteger.ZERO;
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select partition, log_offset, id from event")) {
            while (row.next()) {
                String text =
                        "%d:%d\n%s".formatted(row.getInt(1), row.getLong(2), row.getString(3));
                sum =
                        sum.add(
                                new BigInteger(
                                        1,
                                        sha256.digest(text.getBytes(StandardCharsets.US_ASCII))));
                count++;
            }
        }
        return new SentSum(
                count,
                "%064x"
                        .formatted(
                                sum.mod(
                                        BigInteger.ONE.shiftLeft(
                                                sha256.getDigestLength() * Byte.SIZE))));
    }

    /// Whether a heartbeat says so.
    boolean isIn(String heartbeat) {
        return heartbeat.contains("\"count\":%d,\"hash\":\"%s\"".formatted(count, hash));
    }
}
