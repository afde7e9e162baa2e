package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
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

    private static final List<String> CLAIMS =
            List.of(
                    "'founded', 'details': {}",
                    "'founded', 'details': {'founders': ['Ada Lovelace'], 'place': {'city':"
                            + " 'Paris', 'country': 'FR'}}",
                    "'founded', 'details': {'founders': ['ADA LOVELACE', 'Bob'], 'place': {'city':"
                            + " 'Lyon'}}",
                    "'relocated', 'details': {'to': {'city': 'Zürich', 'country': 'CH'}}",
                    "'relocated', 'details': {'to': {'city': 'zurich'}, 'from': {'city': 'Paris',"
                            + " 'country': 'FR'}}",
                    "'relocated', 'details': {'to': {'city': 'Bern', 'country': 'CH'}, 'from':"
                            + " {'country': 'DE'}}",
                    "'partnered', 'details': {'partners': [{'company': '$x'}], 'kind': 'research'}",
                    "'partnered', 'details': {'partners': [{'name': 'X', 'company': '$x'}], 'kind':"
                            + " 'commercial'}",
                    "'partnered', 'details': {'partners': [{'company': '$a'}]}",
                    "'acquired', 'details': {'acquirer': {'company': '$x'}, 'price': {'amount':"
                            + " '1000', 'currency': 'EUR'}}",
                    "'acquired', 'details': {'acquirer': {'company': '$x'}, 'price': {'amount':"
                            + " '1090', 'currency': 'EUR'}}",
                    "'acquired', 'details': {'acquirer': {'company': '$b'}}",
                    "'valued', 'details': {'money': {'amount': '6000', 'currency': 'USD'}}",
                    "'valued', 'details': {'money': {'amount': '6200', 'currency': 'USD',"
                            + " 'approximate': true}, 'kind': 'target'}",
                    "'valued', 'details': {'money': {'amount': '6400.00', 'currency': 'USD'},"
                            + " 'kind': 'estimate'}",
                    "'valued', 'details': {'money': {'amount': '14000', 'currency': 'EUR'}}",
                    "'valued', 'details': {'money': {'disclosed': false}}",
                    "'launched', 'details': {'product': 'Le Chat'}",
                    "'launched', 'details': {'product': 'le-chat', 'version': '2'}");

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

    /// Changes that fit claims of one type, but for the last of each.
    private static final Map<String, List<String>> CHANGES_BY_TYPE =
            Map.of(
                    "founded",
                    List.of(
                            "{'details': {'founders': ['Bob']}}",
                            "{'details': {'place': {'country': 'DE'}}}",
                            "{'details': {'place': {}}}"),
                    "relocated",
                    List.of(
                            "{'details': {'to': {'city': 'Bern'}}}",
                            "{'details': {'to': {'city': 'Zürich', 'country': null}}}",
                            "{'details': {'from': null}}",
                            "{'details': {'to': null}}"),
                    "partnered",
                    List.of(
                            "{'details': {'partners': [{'company': '$y'}]}}",
                            "{'details': {'partners': [{'company': '$x'}]}}",
                            "{'details': {'kind': null}}",
                            "{'details': {'partners': []}}"),
                    "acquired",
                    List.of(
                            "{'details': {'acquirer': {'company': '$y'}}}",
                            "{'details': {'acquirer': {'company': '$x', 'name': 'X'}}}",
                            "{'details': {'price': null}}",
                            "{'details': {'acquirer': null}}"),
                    "valued",
                    List.of(
                            "{'details': {'money': {'amount': '6100', 'currency': 'USD'}}}",
                            "{'details': {'money': {'currency': 'EUR'}}}",
                            "{'details': {'kind': 'target'}}",
                            "{'details': {'money': {'amount': null}}}"),
                    "launched",
                    List.of(
                            "{'details': {'version': '2'}}",
                            "{'details': {'version': null}}",
                            "{'details': {'product': 7}}"));

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
        List<String> types = new ArrayList<>(new TreeSet<>(CHANGES_BY_TYPE.keySet()));
        Collections.shuffle(types, random);
        types.subList(1 + random.nextInt(3), types.size()).clear();
        this.claims =
                CLAIMS.stream()
                        .filter(claim -> types.stream().anyMatch(claim.substring(1)::startsWith))
                        .toList();
        this.changes = types.stream().flatMap(type -> changes(type).stream()).toList();
    }

    private static List<String> changes(String type) {
        return Objects.requireNonNull(CHANGES_BY_TYPE.get(type), type);
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
