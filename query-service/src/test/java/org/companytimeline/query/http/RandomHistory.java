package org.companytimeline.query.http;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;

/// Events at random about a few companies that name each other, are merged and part again.
final class RandomHistory {

    private static final int COMPANIES = 12;

    private final NaiveProjection log;
    private final Random random;
    private final List<Told> told = new ArrayList<>();

    private record Told(String company, UUID id, String kind) {}

    RandomHistory(NaiveProjection log, Random random) {
        this.log = log;
        this.random = random;
    }

    List<String> companies() {
        return IntStream.range(0, COMPANIES).mapToObj(n -> "c" + n).toList();
    }

    /// Records one more event.
    void goOn() throws SQLException {
        int dice = told.isEmpty() ? 0 : random.nextInt(12);
        switch (dice) {
            case 0, 1 -> tell("founded", company(), Said.founded("%s", "Firm", year()));
            case 2 ->
                    tell(
                            "launched",
                            company(),
                            Said.launched("%s", "P" + random.nextInt(3), year()));
            case 3, 4, 5 ->
                    tell(
                            "partnered",
                            company(),
                            Said.partnered("%s", company(), "Partner", year()));
            case 6, 7 -> tell("same-as", company(), Said.sameAs("%s", company()));
            case 8, 9 -> {
                Told target = any();
                tell(
                        "retracted",
                        target.company(),
                        Said.annotation("retracted", "%s", target.id()));
            }
            default -> {
                Told target = any();
                tell(
                        "corrected",
                        target.company(),
                        Said.corrected("%s", target.id(), change(target)));
            }
        }
    }

    private String change(Told target) {
        return switch (target.kind()) {
            case "partnered" ->
                    "{'details': {'partners': [{'company': '%s', 'name': 'Other'}]}}"
                            .formatted(company());
            case "same-as" -> "{'details': {'company': '%s'}}".formatted(company());
            default -> "{'when': '%s'}".formatted(year());
        };
    }

    private void tell(String kind, String company, String posted) throws SQLException {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        log.record(id, posted.formatted(company));
        told.add(new Told(company, id, kind));
    }

    private Told any() {
        return told.get(random.nextInt(told.size()));
    }

    private String company() {
        return "c" + random.nextInt(COMPANIES);
    }

    private String year() {
        return Integer.toString(2015 + random.nextInt(4));
    }
}
