package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is projected in one transaction: at most one slice a partition.
public record Batch(List<Slice> slices) {

    /// For each partition, the offset at which it begins.
    Map<Integer, Long> firstOffsets() {
        Map<Integer, Long> first = new HashMap<>();
        slices.forEach(slice -> first.put(slice.partition(), slice.from()));
        return first;
    }

    public int size() {
        return slices.stream().mapToInt(slice -> slice.records().size()).sum();
    }

    /// The same without some partitions.
    public Batch without(Collection<Integer> partitions) {
        return new Batch(
                slices.stream().filter(slice -> !partitions.contains(slice.partition())).toList());
    }

    /// Batches that, projected one after the other, project this one, each of at most this many
    /// bytes, or of one record.
    public List<Batch> ofAtMost(long bytes) {
        List<Batch> batches = new ArrayList<>();
        Batch rest = this;
        while (true) {
            int count = rest.countWithin(bytes);
            if (count >= rest.size()) {
                batches.add(rest);
                return batches;
            }
            List<Batch> cut = rest.cutAt(count);
            batches.add(cut.getFirst());
            rest = cut.getLast();
        }
    }

    private int countWithin(long bytes) {
        long left = bytes;
        int count = 0;
        for (Slice slice : slices) {
            for (LogRecord log : slice.records()) {
                left -= log.size();
                if (left < 0 && count > 0) {
                    return count;
                }
                count++;
            }
        }
        return count;
    }

    /// Two batches that, projected one after the other, project this one: its first half and the
    /// rest. Needs two records at least.
    List<Batch> halves() {
        return cutAt(size() / 2);
    }

    private List<Batch> cutAt(int records) {
        int left = records;
        List<Slice> first = new ArrayList<>();
        List<Slice> second = new ArrayList<>();
        for (Slice slice : slices) {
            int count = slice.records().size();
            if (count <= left) {
                first.add(slice);
                left -= count;
            } else if (left == 0) {
                second.add(slice);
            } else {
                first.add(slice.head(left));
                second.add(slice.tail(left));
                left = 0;
            }
        }
        return List.of(new Batch(List.copyOf(first)), new Batch(List.copyOf(second)));
    }
}
