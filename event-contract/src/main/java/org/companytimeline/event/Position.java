package org.companytimeline.event;

/// Where one event lies in the log. As text `partition:offset`, such as `3:1045`.
public record Position(int partition, long offset) implements Comparable<Position> {

    public Position {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("not a position: " + partition + ":" + offset);
        }
    }

    /// Reads `3:1045`; throws `IllegalArgumentException` for anything else.
    public static Position parse(String text) {
        int colon = text.indexOf(':');
        if (!text.matches("[0-9]{1,9}:[0-9]{1,18}")) {
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
