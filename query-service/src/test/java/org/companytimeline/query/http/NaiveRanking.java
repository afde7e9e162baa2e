package org.companytimeline.query.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.companytimeline.query.NaiveProjection;
import org.jspecify.annotations.Nullable;

/// Searching in the plainest way: every name of every record is looked at, and what is hit is
/// sorted. Names are words in lower case, so that a name is its own key; what is merely similar is
/// no hit here.
final class NaiveRanking {

    private static final int EXACT = 11;

    /// A text of a record, and the partition that gives it.
    private record Text(int partition, String text) {}

    /// Where a record stands among the hits.
    private record Place(int stage, int weight, String key, String id) {

        static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::stage)
                        .thenComparing(Place::weight, Comparator.reverseOrder())
                        .thenComparing(Place::key)
                        .thenComparing(Place::id);
    }

    private static final class Company {
        private final Map<Integer, Integer> events = new TreeMap<>();
        private final Set<Text> texts = new HashSet<>();
        private final Map<Integer, String> called = new LinkedHashMap<>();
        private @Nullable String own;
        private @Nullable String country;
    }

    private final Map<String, Company> companies = new TreeMap<>();
    private final Map<String, String> canonicals = new TreeMap<>();

    /// Notes an event of one company on whose timeline it stands, and on those of others.
    void happens(String subject, String... others) {
        Stream.concat(Stream.of(subject), Stream.of(others))
                .forEach(id -> {
                    int partition = NaiveProjection.partitionOf(subject);
                    Company company = companies.computeIfAbsent(id, none -> new Company());
                    company.events.merge(partition, 1, Integer::sum);
                    company.texts.add(new Text(partition, id));
                });
    }

    void isNamed(String id, String name) {
        company(id).own = name;
        isAlso(id, name);
    }

    void isIn(String id, String country) {
        company(id).country = country;
    }

    void isAlso(String id, String name) {
        company(id).texts.add(new Text(NaiveProjection.partitionOf(id), name));
    }

    void isCalled(String id, String name, String caller) {
        int partition = NaiveProjection.partitionOf(caller);
        company(id).texts.add(new Text(partition, name));
        company(id).called.remove(partition);
        company(id).called.put(partition, name);
    }

    void isSame(String id, String canonical) {
        canonicals.put(id, canonical);
    }

    /// All companies by the names that they go by.
    List<String> byName() {
        return companies.keySet().stream()
                .filter(id -> !canonicals.containsKey(id))
                .sorted(
                        Comparator.comparing((String id) -> current(id).text())
                                .thenComparing(id -> id))
                .toList();
    }

    /// The companies that a question hits in full, by a beginning or by that of a later word, best
    /// first.
    List<String> hits(String q, Optional<String> country) {
        Map<String, Place> best = new TreeMap<>();
        in(country)
                .forEach(id ->
                        places(id, q)
                                .forEach(place ->
                                        best.merge(
                                                canonical(id),
                                                place,
                                                (one, other) ->
                                                        Place.ORDER.compare(one, other) <= 0
                                                                ? one
                                                                : other)));
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Place.ORDER))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether a text of a company has three letters in a row of a question.
    boolean isSimilar(String canonical, String q, Optional<String> country) {
        Set<String> asked = trigrams(q);
        return in(country)
                .filter(id -> canonical(id).equals(canonical))
                .flatMap(id -> company(id).texts.stream())
                .flatMap(text -> trigrams(text.text()).stream())
                .anyMatch(asked::contains);
    }

    private Stream<String> in(Optional<String> country) {
        Predicate<String> passes =
                id -> country.isEmpty() || country.get().equals(company(id).country);
        return companies.keySet().stream().filter(passes);
    }

    private Company company(String id) {
        Company company = companies.get(id);
        if (company == null) {
            throw new IllegalArgumentException(id + " has no event");
        }
        return company;
    }

    private String canonical(String id) {
        return canonicals.getOrDefault(id, id);
    }

    /// What a record goes by: its name by the partition of its own events, else the latest that
    /// another gives it, else its id.
    private Text current(String id) {
        Company company = company(id);
        int home = NaiveProjection.partitionOf(id);
        String here = company.own == null ? company.called.get(home) : company.own;
        if (here != null) {
            return new Text(home, here);
        }
        Text current = new Text(company.events.keySet().iterator().next(), id);
        for (Map.Entry<Integer, String> call : company.called.entrySet()) {
            current = new Text(call.getKey(), call.getValue());
        }
        return current;
    }

    private List<Place> places(String id, String q) {
        List<Place> places = new ArrayList<>();
        if (id.equals(q)) {
            places.add(new Place(0, EXACT, "", id));
        }
        Text current = current(id);
        for (Text text : company(id).texts) {
            int weight = weight(company(id).events.getOrDefault(text.partition(), 0));
            String key = text.text();
            if (key.equals(q)) {
                places.add(new Place(text.equals(current) ? 0 : 1, weight, key, id));
            } else if (key.startsWith(q)) {
                places.add(new Place(text.equals(current) ? 2 : 3, weight, key, id));
            }
            for (int space = key.indexOf(' '); space >= 0; space = key.indexOf(' ', space + 1)) {
                if (key.startsWith(q, space + 1)) {
                    places.add(new Place(4, weight, key.substring(space + 1), id));
                }
            }
        }
        return places;
    }

    private static int weight(int events) {
        int weight = 0;
        for (int most = 4; most <= events; most *= 4) {
            weight++;
        }
        return weight;
    }

    private static Set<String> trigrams(String text) {
        Set<String> trigrams = new TreeSet<>();
        for (String word : text.split(" ", -1)) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }
}
