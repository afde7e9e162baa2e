package org.companytimeline.event;

import java.util.regex.Pattern;

/// Where one event lies in the log. As text `partition:offset`, such as `3:1045`.
public record Position(int partition, long offset) implements Comparable<Position> {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}:[0-9]{1,18}");

    public Position {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("not a position: " + partition + ":" + offset);
        }
    }

    /// Reads `3:1045`; throws `IllegalArgumentException` for anything else.
    public static Position parse(String text) {
        int colon = text.indexOf(':');
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a position is partition:offset, such as 3:1045, not " + text);
        }
        return new Position(
                Integer.parseInt(text.substring(0, colon)),
                Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(Position other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
