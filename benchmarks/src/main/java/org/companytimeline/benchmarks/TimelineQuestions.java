package org.companytimeline.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The timelines of companies, each as likely as any other; the same for the same companies and
/// number.
record TimelineQuestions(Population companies) {

    List<Asked> mixed(int count) {
        SplittableRandom random = new SplittableRandom(13);
        return Stream.generate(() -> companies.id(random.nextInt(companies.companies())))
                .limit(count)
                .map(id -> new Asked("timeline", "/companies/" + id + "/timeline"))
                .toList();
    }
}
