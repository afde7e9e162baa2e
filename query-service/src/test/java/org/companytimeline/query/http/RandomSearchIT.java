package org.companytimeline.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random companies with few different letters in their names, searched page by page.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RandomSearchIT {

    private static final int COMPANIES = 40;
    private static final int OTHERS = 9;
    private static final int MERGED = 5;
    private static final int QUESTIONS = 25;

    private final NaiveProjection log = NaiveProjection.empty();
    private final NaiveRanking ranking = new NaiveRanking();

    RandomSearchIT() throws SQLException {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void pages_of_any_size_give_what_a_plain_ranking_gives(long seed) throws Exception {
        Random random = new Random(seed);
        fill(random);
        List<String> differences = new ArrayList<>();

        for (int i = 0; i < QUESTIONS; i++) {
            search(random, differences);
        }
        List<String> all = ListPages.all("/companies", Map.of("limit", 3), "items.id", _ -> {});

        assertThat(differences).isEmpty();
        assertThat(all).containsExactlyElementsOf(ranking.byName());
    }

    /// The literal hits must come first and in order; whatever follows must be similar.
    private void search(Random random, List<String> differences) throws Exception {
        String q = question(random);
        Optional<String> country = random.nextInt(3) == 0 ? Optional.of("FR") : Optional.empty();
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("q", q);
        parameters.put("limit", 1 + random.nextInt(7));
        country.ifPresent(code -> parameters.put("country", code));

        List<String> found = ListPages.all("/companies", parameters, "items.id", _ -> {});

        List<String> hits = ranking.hits(q, country);
        List<String> first = found.stream().limit(hits.size()).toList();
        List<String> rest = found.stream().skip(hits.size()).toList();
        if (!first.equals(hits)) {
            differences.add("%s: %s instead of %s".formatted(parameters, first, hits));
        }
        if (found.stream().distinct().count() < found.size()) {
            differences.add("%s: twice in %s".formatted(parameters, found));
        }
        rest.stream()
                .filter(id -> q.replace(" ", "").length() < 3 || !ranking.isSimilar(id, q, country))
                .forEach(id -> differences.add("%s: %s is not similar".formatted(parameters, id)));
    }

    private void fill(Random random) throws SQLException {
        for (int i = 0; i < OTHERS; i++) {
            launch("o" + i, 0);
        }
        for (int i = 0; i < COMPANIES; i++) {
            found("c" + i, random);
        }
        for (int i = 0; i < MERGED; i++) {
            String from = "c" + (2 * i);
            String to = "c" + (2 * i + 1);
            log.record(Said.sameAs(from, to));
            ranking.happens(from, to);
            ranking.isSame(from, to);
        }
    }

    private void found(String id, Random random) throws SQLException {
        String name = random.nextInt(4) > 0 ? name(random) : null;
        String country = random.nextBoolean() ? "FR" : "DE";
        log.record(
                Said.claim(
                        "relocated",
                        id,
                        name,
                        "2020",
                        "{'to': {'country': '%s'}}".formatted(country)));
        ranking.happens(id);
        ranking.isIn(id, country);
        if (name != null) {
            ranking.isNamed(id, name);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String alias = name(random);
            log.record(Said.identified(id, "alias", alias));
            ranking.happens(id);
            ranking.isAlso(id, alias);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String caller = "o" + random.nextInt(OTHERS);
            String called = name(random);
            log.record(Said.partnered(caller, id, called, "2022"));
            ranking.happens(caller, id);
            ranking.isCalled(id, called, caller);
            // What two events in a row call it may be recorded at the same time.
            launch(id, i);
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            launch(id, 10 + i);
        }
    }

    private void launch(String id, int number) throws SQLException {
        log.record(Said.launched(id, "Product " + number, "2023"));
        ranking.happens(id);
    }

    /// A name, its first letters, or an id or the first letter of all.
    private static String question(Random random) {
        String name = name(random);
        return switch (random.nextInt(8)) {
            case 0, 1 -> name;
            case 2 -> "c" + random.nextInt(4);
            case 3 -> "c";
            default -> name.substring(0, Math.min(name.length(), 1 + random.nextInt(2))).strip();
        };
    }

    /// One to three words of one to three letters, of which there are three.
    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int words = 1 + random.nextInt(3); words > 0; words--) {
            name.append(name.isEmpty() ? "" : " ");
            for (int letters = 1 + random.nextInt(3); letters > 0; letters--) {
                name.append((char) ('x' + random.nextInt(3)));
            }
        }
        return name.toString();
    }
}
