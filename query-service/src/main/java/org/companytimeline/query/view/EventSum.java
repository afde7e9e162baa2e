package org.companytimeline.query.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.companytimeline.event.Position;

/// How many events were sent and the sum of their digests: equal for two that hold the same events,
/// in whatever order, each as often.
///
/// The digest of an event is SHA-256 of its position, a line feed and its id, as ASCII, read as a
/// number with the highest byte first; the sum is taken modulo 2^256. Not safe for several threads
/// at a time.
public final class EventSum {

    private static final int LONGS = 4;

    private final long[] sum = new long[LONGS];
    private long count;

    /// The digest of one event.
    ///
    /// @param parts its 256 bits, the highest first
    @SuppressWarnings("ArrayRecordComponent") // of a fixed size and never changed
    public record Digest(long... parts) {

        /// The digest of the event with this id at this position.
        public static Digest of(Position position, UUID id) {
            byte[] text = (position + "\n" + id).getBytes(StandardCharsets.US_ASCII);
            long[] parts = new long[LONGS];
            ByteBuffer.wrap(Sha256.of(text)).asLongBuffer().get(parts);
            return new Digest(parts);
        }
    }

    /// Counts one event more.
    public void add(Digest digest) {
        add(digest.parts, 1);
    }

    /// Counts all events that another one counted.
    public void add(EventSum other) {
        add(other.sum, other.count);
    }

    private void add(long[] parts, long events) {
        long carry = 0;
        for (int part = LONGS - 1; part >= 0; part--) {
            long before = sum[part];
            long after = before + parts[part];
            long carried = Long.compareUnsigned(after, before) < 0 ? 1 : 0;
            long total = after + carry;
            if (carry == 1 && total == 0) {
                carried = 1;
            }
            sum[part] = total;
            carry = carried;
        }
        count += events;
    }

    public long count() {
        return count;
    }

    /// The sum as 64 lower-case hexadecimal digits.
    public String hash() {
        ByteBuffer bytes = ByteBuffer.allocate(LONGS * Long.BYTES);
        bytes.asLongBuffer().put(sum);
        return HexFormat.of().formatHex(bytes.array());
    }
}
