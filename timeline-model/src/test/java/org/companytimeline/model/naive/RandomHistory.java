package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// A history of a few companies as it is posted, in order of arrival: the same for the same seed.
///
/// It is made so that events meet: three to five records, of which one has the most events, few
/// types and keys, dates near each other, threads, three publishers of whom one is an operator.
/// Annotations are about claims, about annotations, about nothing, and arrive before what they are
/// about; corrections change keys, dates, threads and details, and some do not fit; `same-as` leads
/// in all directions; some events arrive twice, and some ids are those of two records' events.
public final class RandomHistory {

    private static final List<String> DATES =
            List.of(
                    "2023",
                    "2023~",
                    "2023-04",
                    "2023-04-11",
                    "2023-04-12",
                    "2023-05",
                    "2023-08-01",
                    "2024-01",
                    "2024-05-17?",
                    "2022/2024",
                    "../2023-06",
                    "2023-06/..",
                    "../..");

    private static final List<String> STATUSES =
            List.of(
                    "reported",
                    "reported",
                    "reported",
                    "confirmed",
                    "planned",
                    "planned",
                    "rumoured",
                    "denied",
                    "cancelled");

    private static final List<String> SOURCES =
            List.of(
                    "{'title': 'One', 'publisher': 'Gazette', 'kind': 'press'}",
                    "{'title': 'Two', 'publisher': 'gazette', 'kind': 'press'}",
                    "{'title': 'Two', 'publisher': 'Courier', 'kind': 'aggregator'}",
                    "{'title': 'Three', 'url': 'https://three.example/3'}",
                    "{'title': '3', 'publisher': 'Wire', 'url': 'https://www.three.example/3?a=b'}",
                    "{'url': 'https://three.example/4#c', 'kind': 'social'}",
                    "{'title': 'Four', 'publisher': 'Register', 'kind': 'registry'}");

    /// Changes that fit every claim, but for the last.
    private static final List<String> CHANGES =
            List.of(
                    "{'when': '2023-04-12'}",
                    "{'when': '2023'}",
                    "{'when': {'edtf': '2024-01'}}",
                    "{'when': {'text': 'last spring'}}",
                    "{'when': {'edtf': '2023', 'text': 'last year', 'rule': 'last-year@1'}}",
                    "{'status': 'denied'}",
                    "{'status': null}",
                    "{'status': 'confirmed', 'when': '2023-08-01'}",
                    "{'thread': 'x'}",
                    "{'thread': 'y'}",
                    "{'thread': null}",
                    "{'details': {'nonsense': 1}}");

    private static final List<String> CHANGES_OF_SAME_AS =
            List.of("{'details': {'company': '$a'}}", "{'details': {'company': '$c'}}");

    private final Random random;
    private final String prefix;
    private final List<String> publishers;
    private final List<String> records;
    private final List<String> claims;
    private final List<String> changes;
    private final List<ObjectNode> posted = new ArrayList<>();

    private RandomHistory(long seed, String prefix, String operator) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.prefix = prefix;
        this.publishers = List.of("https://one.example", "https://two.example", operator);
        this.records =
                List.of("a", "b", "c", "d", "e").subList(0, 3 + random.nextInt(3)).stream()
                        .map(record -> prefix + record)
                        .toList();
        List<Theme> themes = new ArrayList<>(Theme.ALL);
        Collections.shuffle(themes, random);
        themes.subList(1 + random.nextInt(3), themes.size()).clear();
        this.claims = themes.stream().flatMap(theme -> theme.claims().stream()).toList();
        this.changes = themes.stream().flatMap(theme -> theme.changes().stream()).toList();
    }

    /// The documents of a history, in the order in which they are posted.
    ///
    /// @param prefix how the ids of all its companies begin
    /// @param operator the URI of the publisher whose annotations carry the mark of an operator
    /// @param most how many there are at most
    public static List<ObjectNode> posted(long seed, String prefix, String operator, int most) {
        RandomHistory history = new RandomHistory(seed, prefix, operator);
        int size = 2 + history.random.nextInt(most - 1);
        while (history.posted.size() < size) {
            history.post();
        }
        history.makeSomeArriveEarly();
        return history.posted;
    }

    private void post() {
        int kind = posted.isEmpty() ? 0 : random.nextInt(100);
        if (kind < 45) {
            claim(any(claims));
        } else if (kind < 55) {
            claim("'same-as', 'details': {'company': '%s'}".formatted(any(records)));
        } else if (kind < 95) {
            annotation();
        } else {
            posted.add(any(posted).deepCopy());
        }
    }

    private void claim(String typeAndDetails) {
        String publisher = any(publishers);
        ObjectNode claim = event(typeAndDetails, record(), publisher);
        if (random.nextInt(20) == 0 && !posted.isEmpty()) {
            String used = any(posted).path("id").asText();
            if (posted.stream()
                    .noneMatch(other ->
                            other.path("id").asText().equals(used)
                                    && company(other).equals(company(claim)))) {
                claim.put("id", used);
            }
        }
        claim.put("when", any(DATES));
        claim.put("status", any(STATUSES));
        if (random.nextInt(5) < 2) {
            claim.put("thread", any(List.of("x", "y")));
        }
        posted.add(claim);
    }

    private void annotation() {
        ObjectNode target = random.nextInt(3) == 0 ? any(posted) : any(lastOf(posted));
        boolean ofAnnotation = !target.has("when") && random.nextInt(3) > 0;
        String type =
                ofAnnotation
                        ? any(List.of("retracted", "retracted", "corrected"))
                        : any(
                                List.of(
                                        "corrected",
                                        "corrected",
                                        "retracted",
                                        "retracted",
                                        "confirmed",
                                        "disputed"));
        String publisher =
                random.nextInt(3) > 0 ? target.path("publisher").asText() : any(publishers);
        String company = random.nextInt(30) == 0 ? any(records) : company(target);
        String id = random.nextInt(30) == 0 ? id() : target.path("id").asText();
        String change = type.equals("corrected") ? ", 'change': " + change(target) : "";
        ObjectNode annotation =
                event(
                        "'%s', 'details': {'target': '%s'%s}".formatted(type, id, change),
                        company,
                        publisher);
        if (publisher.equals(publishers.getLast())) {
            annotation.put("operator", true);
        }
        posted.add(annotation);
    }

    private String change(ObjectNode target) {
        if (target.path("type").asText().equals("same-as") && random.nextBoolean()) {
            return any(CHANGES_OF_SAME_AS);
        }
        return any(random.nextBoolean() ? changes : CHANGES);
    }

    private String record() {
        return random.nextInt(5) < 3 ? records.getFirst() : any(records);
    }

    /// The last few, so that annotations come to be about annotations.
    private static List<ObjectNode> lastOf(List<ObjectNode> events) {
        return events.subList(Math.max(0, events.size() - 4), events.size());
    }

    private ObjectNode event(String typeAndDetails, String company, String publisher) {
        StringBuilder sources = new StringBuilder(any(SOURCES));
        if (random.nextInt(4) == 0) {
            sources.append(", ").append(any(SOURCES));
        }
        String name =
                random.nextInt(3) == 0 ? ", 'name': 'Name %d'".formatted(random.nextInt(2)) : "";
        return (ObjectNode)
                Json.read(
                        """
                        {'id': '%s', 'type': %s, 'publisher': '%s',
                         'company': {'id': '%s'%s}, 'sources': [%s]}\
                        """
                                .formatted(
                                        id(),
                                        typeAndDetails.replace("$", prefix),
                                        publisher,
                                        company,
                                        name,
                                        sources)
                                .replace('\'', '"'));
    }

    private void makeSomeArriveEarly() {
        for (int from = 0; from < posted.size(); from++) {
            if (posted.get(from).has("when") ? random.nextInt(10) == 0 : random.nextInt(4) == 0) {
                posted.add(random.nextInt(from + 1), posted.remove(from));
            }
        }
    }

    private static String company(ObjectNode event) {
        return event.path("company").path("id").asText();
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
