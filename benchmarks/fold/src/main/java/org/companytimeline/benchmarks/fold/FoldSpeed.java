package org.companytimeline.benchmarks.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Block;
import org.companytimeline.model.Fact;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Policy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A company's history of some length, folded whole, and what one more event costs: the block that
/// it touches is folded again.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class FoldSpeed {

    /// How many claims the company has.
    @Param({"10", "1000", "100000"})
    public int claims;

    private List<RecordedEvent> history = List.of();
    private List<RecordedEvent> founding = List.of();
    private List<RecordedEvent> rounds = List.of();
    private final List<List<RecordedEvent>> blocks = new ArrayList<>();
    private int next;

    /// Makes the claims and sorts them into blocks, as they lie in the read model.
    @Setup
    public void prepare() {
        history = MadeUp.history(claims);
        founding = MadeUp.founding(claims);
        rounds = MadeUp.rounds(claims);
        Map<String, List<RecordedEvent>> byKey = new HashMap<>();
        for (RecordedEvent claim : history) {
            byKey.computeIfAbsent(
                            String.valueOf(Block.keyOf(claim.event())), key -> new ArrayList<>())
                    .add(claim);
        }
        blocks.addAll(byKey.values());
    }

    /// All claims, spread over types and keys.
    @Benchmark
    public List<Fact> wholeHistory() {
        return Fold.timeline(history, Policy.DEFAULT_1);
    }

    /// The block of one event after the other.
    @Benchmark
    public List<Fact> oneMoreEvent() {
        next = (next + 1) % blocks.size();
        return Fold.block(blocks.get(next), Policy.DEFAULT_1);
    }

    /// As many claims of one fact.
    @Benchmark
    public List<Fact> oneFact() {
        return Fold.timeline(founding, Policy.DEFAULT_1);
    }

    /// As many claims of different facts in one block.
    @Benchmark
    public List<Fact> oneBlock() {
        return Fold.timeline(rounds, Policy.DEFAULT_1);
    }
}
