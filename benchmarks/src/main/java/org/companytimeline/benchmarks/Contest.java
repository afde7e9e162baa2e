package org.companytimeline.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Contenders measured in interleaved rounds: A B, B A, A B, …, so that a machine that gets slower
/// or busier does so for all of them. The first rounds warm up and do not count.
record Contest(List<Contender> contenders, int warmUps, int rounds) {

    List<Figures> run() throws Exception {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        contenders.forEach(contender -> values.put(contender.name(), new ArrayList<>()));
        double busiest = 0;
        for (int round = 0; round < warmUps + rounds; round++) {
            for (Contender contender : round % 2 == 0 ? contenders : contenders.reversed()) {
                OtherLoad load = OtherLoad.from();
                double value = contender.round().run();
                double others = load.coresUsedByOthers();
                boolean counts = round >= warmUps;
                if (counts) {
                    Objects.requireNonNull(values.get(contender.name())).add(value);
                    busiest = Math.max(busiest, others);
                }
                Progress.say(
                        "%s %d: %s %,.0f (others used %.2f cores)"
                                .formatted(
                                        counts ? "round" : "warm-up",
                                        counts ? round - warmUps + 1 : round + 1,
                                        contender.name(),
                                        value,
                                        others));
            }
        }
        if (busiest > 0.3) {
            Progress.say("Other programs used up to %.1f cores meanwhile.".formatted(busiest));
        }
        return values.entrySet().stream()
                .map(entry -> Figures.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
