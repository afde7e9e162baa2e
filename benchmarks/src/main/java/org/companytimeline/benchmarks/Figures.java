package org.companytimeline.benchmarks;

import java.util.List;

/// What one contender reached in all rounds.
record Figures(String name, double median, double least, double most) {

    static Figures of(String name, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Figures(name, median, sorted.getFirst(), sorted.getLast());
    }
}
