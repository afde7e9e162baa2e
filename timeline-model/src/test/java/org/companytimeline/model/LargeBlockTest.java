package org.companytimeline.model;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Valued;
import org.companytimeline.event.Money;
import org.companytimeline.event.RecordedEvent;
import org.junit.jupiter.api.Test;

/// Twenty thousand claims in one block, in the shapes that ask most of the search for the best
/// fact: well under a second each, a minute on the busiest machine.
class LargeBlockTest {

    private static final int CLAIMS = 20_000;

    @Test
    void claims_of_one_fact_fold_in_time() {
        List<Fact> facts = fold(i -> Said.at(i, new Founded(List.of(), null), "2023"));

        assertThat(facts).hasSize(1);
    }

    @Test
    void values_that_are_all_facts_of_their_own_fold_in_time() {
        List<Fact> facts = fold(i -> Said.at(i, new Valued(value(i % 1000), null), day(i / 1000)));

        assertThat(facts).hasSize(CLAIMS);
    }

    @Test
    void vague_claims_beside_as_many_dated_ones_fold_in_time() {
        List<Fact> facts =
                fold(i -> Said.at(i, Histories.PARTNERSHIP, i % 2 == 0 ? day(i / 2) : "../9000"));

        assertThat(facts).hasSize(CLAIMS / 2);
    }

    @Test
    void threads_of_one_publisher_fold_in_time() {
        List<Fact> facts =
                fold(i -> Said.at(i, new Founded(List.of(), null), "2023").inThread("thread " + i));

        assertThat(facts).hasSize(CLAIMS);
    }

    private static Money value(long i) {
        return Said.usd(
                new BigDecimal(1000 * Math.pow(1.06, (double) i)).toBigInteger().toString());
    }

    private static String day(long i) {
        return LocalDate.of(1700, 1, 1).plusDays(i * 100).toString();
    }

    private static List<Fact> fold(LongFunction<Said> claim) {
        List<RecordedEvent> claims =
                LongStream.range(0, CLAIMS).mapToObj(i -> claim.apply(i).recorded()).toList();
        return assertTimeoutPreemptively(ofSeconds(60), () -> Fold.block(claims, Policy.DEFAULT_1));
    }
}
