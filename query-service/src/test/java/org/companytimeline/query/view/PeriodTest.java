package org.companytimeline.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.query.Dates;

class PeriodTest {

    @Property(tries = 2_000)
    void a_period_includes_what_day_by_day_lies_within_it(@ForAll long seed) {
        Random random = new Random(seed);
        Edtf date = Edtf.parse(Dates.any(random));
        Dates.Bounds bounds = Dates.bounds(random);
        Match match = bounds.certain() ? Match.CERTAIN : Match.POSSIBLE;
        Period asked =
                new Period(
                        bounds.from()
                                .flatMap(from -> Edtf.parse(from).earliest())
                                .map(PeriodTest::day),
                        bounds.to().flatMap(to -> Edtf.parse(to).latest()).map(PeriodTest::day),
                        match);
        Period until =
                Period.until(
                        bounds.asOf()
                                .flatMap(asOf -> Edtf.parse(asOf).latest())
                                .map(PeriodTest::day),
                        match);

        boolean isIncluded = asked.until(until).includes(day(date.earliest()), day(date.latest()));

        assertThat(isIncluded).isEqualTo(bounds.holds(date.toString()));
    }

    private static Optional<Integer> day(Optional<LocalDate> date) {
        return date.map(PeriodTest::day);
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
