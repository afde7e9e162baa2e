package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// A company's state as ADRs 0014 and 0015 tell it, but for who else holds its identifiers.
public final class NaiveState {

    /// The titles of chief executives in the histories.
    private static final Set<String> CHIEF_EXECUTIVES =
            Set.of("ceo", "pdg", "founder and ceo", "chair and ceo");

    private static final Set<String> TYPES_OF_LISTS =
            Set.of("founded", "relocated", "renamed", "closed", "acquired", "merged");

    private final String company;
    private final NaiveFilter filter;
    private final List<NaiveFact> told;
    private final List<NaiveFact> own;
    private final List<NaiveFact> others;
    private final ObjectNode json = Json.object();

    private NaiveState(String company, List<NaiveFact> timeline, NaiveFilter filter) {
        this.company = company;
        this.filter = filter;
        told = timeline.stream().filter(fact -> fact.subject().equals(company)).toList();
        own = told.stream().filter(NaiveFact::holds).toList();
        others =
                timeline.stream()
                        .filter(fact -> !fact.subject().equals(company) && fact.holds())
                        .toList();
    }

    /// As the text that is served.
    ///
    /// @param company the id by which it goes
    public static String text(NaiveTimelines known, String company, NaiveFilter filter) {
        NaiveState state = new NaiveState(company, known.timeline(company, filter), filter);
        state.tell(known.nameOf(company));
        return Json.text(state.json);
    }

    private void tell(@Nullable String given) {
        List<NaiveFact> renamed = own("renamed");
        String name =
                !renamed.isEmpty()
                        ? renamed.getLast().leading().details().path("name").asText()
                        : given == null ? company : given;
        json.put("id", company);
        json.put("name", name);
        json.set("names", names(name));
        last(own("founded")).forEach(fact -> json.set("founded", said(fact, "founders", "place")));
        seats(
                "headquarters",
                Stream.concat(
                                own("founded").stream().filter(fact -> has(fact, "place")),
                                own("relocated").stream().filter(fact -> !isRegistered(fact)))
                        .toList());
        seats("registeredOffice", own("relocated").stream().filter(this::isRegistered).toList());
        json.set(
                "offices",
                spells(
                        "office-opened",
                        "office-closed",
                        (begin, end) ->
                                placeKey(begin, "place").equals(placeKey(end, "place"))
                                        && !areApart(
                                                begin.leading().details().path("place"),
                                                end.leading().details().path("place"))
                                        && isSameOrUnsaid(begin, end, "kind"),
                        (begin, end) -> true,
                        "place",
                        "kind"));
        ArrayNode people =
                spells(
                        "appointed",
                        "departed",
                        (begin, end) ->
                                words(begin, "person").equals(words(end, "person"))
                                        && isSameTitle(begin, end)
                                        && (!has(end, "scope")
                                                || words(begin, "scope")
                                                        .equals(words(end, "scope"))),
                        (begin, end) -> has(begin, "scope") == has(end, "scope"),
                        "person",
                        "title",
                        "kind",
                        "scope");
        json.set("people", people);
        ArrayNode chiefs = json.putArray("chiefExecutives");
        for (JsonNode person : people) {
            if (person.has("role") && person.path("current").asBoolean()) {
                chiefs.add(person);
            }
        }
        json.set("funding", funding());
        last(own("valued").stream()
                        .filter(fact -> !says(fact, "kind", "target"))
                        .filter(fact -> money(fact) != null)
                        .toList())
                .forEach(fact -> json.set("valuation", said(fact, "money", "kind")));
        status();
        json.set(
                "listings",
                spells(
                        "listed",
                        "delisted",
                        (begin, end) -> isSameOrUnsaid(begin, end, "exchange"),
                        (begin, end) -> true,
                        "exchange",
                        "symbol"));
        ArrayNode partners = named(own("partnered"), "partners");
        partners.addAll(naming("partnered"));
        json.set("partners", partners);
        json.set("customers", named(own("contracted"), "customers"));
        json.set("suppliers", naming("contracted"));
        json.set("investments", naming("funded"));
        json.set("acquisitions", naming("acquired"));
        json.set(
                "products",
                spells(
                        "launched",
                        "discontinued",
                        (begin, end) ->
                                words(begin, "product").equals(words(end, "product"))
                                        && isSameOrUnsaid(begin, end, "version"),
                        (begin, end) -> true,
                        "product",
                        "version"));
        ArrayNode programmes = json.putArray("programmes");
        own("joined-programme")
                .forEach(fact -> programmes.add(said(fact, "programme", "kind", "batch")));
        last(own("headcount-reported"))
                .forEach(fact -> json.set("headcount", said(fact, "count", "percent")));
        json.set("identifiers", identifiers());
    }

    private void status() {
        List<NaiveFact> ends =
                own.stream()
                        .filter(fact -> {
                            JsonNode successor = fact.leading().details().at("/successor/company");
                            return switch (fact.type()) {
                                case "closed", "acquired" -> true;
                                case "merged" -> !successor.asText().equals(company);
                                default -> false;
                            };
                        })
                        .toList();
        List<NaiveFact> plans =
                told.stream()
                        .filter(fact -> fact.type().equals("founded"))
                        .filter(fact -> fact.status().equals("planned"))
                        .toList();
        boolean nothingHappened =
                own.stream().noneMatch(fact -> TYPES_OF_LISTS.contains(fact.type()));
        if (!ends.isEmpty()) {
            NaiveFact end = ends.getLast();
            json.put("status", end.type());
            ObjectNode how = Json.object().put("type", end.type());
            how.setAll(said(end, "kind", "acquirer", "with", "successor"));
            json.set("ended", how);
        } else if (!plans.isEmpty() && nothingHappened) {
            json.put("status", "planned");
            json.set("planned", said(plans.getLast()));
        } else {
            json.put("status", "active");
        }
    }

    private ArrayNode names(String current) {
        List<Entry> entries =
                oneAfterAnother(
                        own("renamed"),
                        fact -> fact.leading().details().path("name"),
                        "formerName",
                        NaiveState::areOneName,
                        NaiveState::areOneName);
        ArrayNode names = Json.object().arrayNode();
        Set<String> listed = new TreeSet<>();
        if (entries.isEmpty()) {
            names.addObject().put("name", current).put("kind", "current").putArray("facts");
            listed.add(NaiveValues.words(current));
        }
        for (Entry entry : entries.reversed()) {
            ObjectNode name = Json.object();
            name.put("name", entry.end == null ? current : entry.value.asText());
            name.put("kind", entry.end == null ? "current" : "former");
            names.add(entry.span(name));
            listed.add(NaiveValues.words(entry.value.asText()));
        }
        List<NaiveFact> aliases =
                own("identified").stream().filter(fact -> says(fact, "scheme", "alias")).toList();
        for (NaiveFact alias : aliases) {
            if (listed.add(words(alias, "value"))) {
                ObjectNode name = names.addObject();
                name.set("name", alias.leading().details().path("value"));
                name.put("kind", "alias");
                name.set("since", NaiveJson.when(alias.leading()));
                until(alias).forEach(day -> name.set("until", NaiveJson.day(day)));
                restingOn(
                        name,
                        aliases.stream()
                                .filter(other ->
                                        words(other, "value").equals(words(alias, "value")))
                                .toList());
            }
        }
        own.stream()
                .flatMap(fact -> fact.heads().stream())
                .map(head -> head.claim().json().at("/company/name"))
                .filter(JsonNode::isTextual)
                .forEach(given -> {
                    if (listed.add(NaiveValues.words(given.asText()))) {
                        ObjectNode name = names.addObject();
                        name.set("name", given);
                        name.put("kind", "given");
                        name.putArray("facts");
                    }
                });
        return names;
    }

    private static boolean areOneName(JsonNode a, JsonNode b) {
        return NaiveValues.words(a.asText()).equals(NaiveValues.words(b.asText()));
    }

    private ArrayNode identifiers() {
        ArrayNode identifiers = Json.object().arrayNode();
        for (NaiveFact fact : own("identified")) {
            ObjectNode identifier = identifiers.addObject();
            copy(fact, identifier, "scheme", "value");
            identifier.set("since", NaiveJson.when(fact.leading()));
            until(fact).forEach(day -> identifier.set("until", NaiveJson.day(day)));
            identifier.put("current", until(fact).stream().allMatch(this::mayBeToCome));
            restingOn(identifier, List.of(fact));
        }
        return identifiers;
    }

    private static List<String> until(NaiveFact fact) {
        JsonNode until = fact.leading().details().path("until");
        return until.isTextual() ? List.of(until.asText()) : List.of();
    }

    /// Whether a date may lie after the day asked about; where none is, it lies behind.
    private boolean mayBeToCome(String date) {
        return filter.asOf().stream()
                .anyMatch(day ->
                        Edtf.parse(date).latest().stream()
                                .allMatch(last -> last.toEpochDay() > lastDay(day)));
    }

    private void seats(String name, List<NaiveFact> facts) {
        List<Entry> entries =
                oneAfterAnother(
                        facts,
                        fact -> fact.leading().details().path(placeField(fact)),
                        "from",
                        (a, b) ->
                                NaiveValues.key(place(a), "place")
                                                .equals(NaiveValues.key(place(b), "place"))
                                        && !areApart(a, b),
                        (a, b) -> !areApart(a, b));
        if (entries.isEmpty()) {
            return;
        }
        ArrayNode history = Json.object().arrayNode();
        for (Entry entry : entries) {
            ObjectNode seat = Json.object();
            seat.set("place", entry.value);
            history.add(entry.span(seat));
        }
        ObjectNode seat = Json.object();
        seat.setAll((ObjectNode) history.get(history.size() - 1));
        seat.set("history", history);
        json.set(name, seat);
    }

    private static String placeField(NaiveFact fact) {
        return fact.type().equals("founded") ? "place" : "to";
    }

    private static ObjectNode place(JsonNode place) {
        return Json.object().set("place", place);
    }

    private static boolean areApart(JsonNode a, JsonNode b) {
        return NaiveValues.contradict(place(a), place(b), "place", BigDecimal.ZERO);
    }

    private boolean isRegistered(NaiveFact fact) {
        return says(fact, "kind", "registered-office");
    }

    /// A value and for how long the company had it.
    private final class Entry {
        private final JsonNode value;
        private final @Nullable NaiveFact begin;
        private @Nullable NaiveFact end;
        private final List<NaiveFact> facts = new ArrayList<>();

        Entry(JsonNode value, @Nullable NaiveFact begin, @Nullable NaiveFact end) {
            this.value = value;
            this.begin = begin;
            this.end = end;
        }

        NaiveFact any() {
            return begin != null ? begin : facts.getFirst();
        }

        ObjectNode span(ObjectNode part) {
            if (begin != null) {
                part.set("since", NaiveJson.when(begin.leading()));
            }
            if (end != null) {
                part.set("until", NaiveJson.when(end.leading()));
            }
            return restingOn(part, facts);
        }
    }

    /// Runs of facts that give the same value, each ended by the first fact of the next.
    private List<Entry> oneAfterAnother(
            List<NaiveFact> facts,
            Function<NaiveFact, JsonNode> value,
            String former,
            BiPredicate<JsonNode, JsonNode> same,
            BiPredicate<JsonNode, JsonNode> canBe) {
        List<List<NaiveFact>> runs = new ArrayList<>();
        for (NaiveFact fact : facts) {
            if (runs.isEmpty()
                    || !same.test(value.apply(runs.getLast().getFirst()), value.apply(fact))) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(fact);
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<NaiveFact> run = runs.get(i);
            for (NaiveFact fact : run) {
                JsonNode before = fact.leading().details().path(former);
                if (!before.isMissingNode() && !cameBefore(before, entries, canBe)) {
                    Entry entry = new Entry(before, null, fact);
                    entry.facts.add(fact);
                    entries.add(entry);
                }
            }
            NaiveFact next = i + 1 < runs.size() ? runs.get(i + 1).getFirst() : null;
            Entry entry = new Entry(value.apply(run.getFirst()), run.getFirst(), next);
            entry.facts.addAll(run);
            if (next != null) {
                entry.facts.add(next);
            }
            entries.add(entry);
        }
        return entries;
    }

    /// The last entry with a beginning and those of unknown beginning that follow it.
    private static boolean cameBefore(
            JsonNode value, List<Entry> entries, BiPredicate<JsonNode, JsonNode> canBe) {
        List<Entry> begun = entries.stream().filter(entry -> entry.begin != null).toList();
        int from = begun.isEmpty() ? 0 : entries.indexOf(begun.getLast());
        return entries.subList(from, entries.size()).stream()
                .anyMatch(entry -> canBe.test(entry.value, value));
    }

    /// @param best those that go before others that are the same too, where they can have ended
    private ArrayNode spells(
            String beginning,
            String ending,
            BiPredicate<NaiveFact, NaiveFact> same,
            BiPredicate<NaiveFact, NaiveFact> best,
            String... fields) {
        List<Entry> entries = new ArrayList<>();
        for (NaiveFact begin : own(beginning)) {
            Entry entry = new Entry(Json.object(), begin, null);
            entry.facts.add(begin);
            entries.add(entry);
        }
        for (NaiveFact end : own(ending)) {
            List<Entry> open =
                    entries.stream()
                            .filter(entry -> entry.end == null && same.test(entry.any(), end))
                            .toList();
            List<Entry> first = where(open, begin -> best.test(begin, end));
            List<Entry> ended = endable(first, end);
            if (ended.isEmpty()) {
                ended = endable(open, end);
            }
            if (ended.isEmpty()) {
                ended = List.of(new Entry(Json.object(), null, end));
                entries.addAll(ended);
            }
            for (Entry entry : ended) {
                entry.end = end;
                entry.facts.add(end);
            }
        }
        entries.sort(Comparator.comparingInt(entry -> own.indexOf(entry.any())));
        ArrayNode spells = Json.object().arrayNode();
        for (Entry entry : entries) {
            ObjectNode spell = Json.object();
            copy(entry.any(), spell, fields);
            if (isChief(entry.any())) {
                spell.put("role", "chief-executive");
            }
            ObjectNode span = entry.span(Json.object());
            move(span, "since", spell);
            move(span, "until", spell);
            spell.put("current", entry.end == null);
            spell.setAll(span);
            spells.add(spell);
        }
        return spells;
    }

    /// Those that precede an end, else those that may have begun before it.
    private List<Entry> endable(List<Entry> open, NaiveFact end) {
        List<Entry> before = where(open, begin -> own.indexOf(begin) < own.indexOf(end));
        return before.isEmpty()
                ? where(open, begin -> begin.leading().from() <= end.leading().to())
                : before;
    }

    private static List<Entry> where(List<Entry> entries, Predicate<NaiveFact> begin) {
        return entries.stream().filter(entry -> begin.test(entry.any())).toList();
    }

    private static void move(ObjectNode from, String field, ObjectNode to) {
        if (from.has(field)) {
            to.set(field, from.remove(field));
        }
    }

    private static boolean isChief(NaiveFact fact) {
        return Set.of("appointed", "departed").contains(fact.type())
                && hasTitleOfChief(fact)
                && !has(fact, "scope");
    }

    private static boolean hasTitleOfChief(NaiveFact fact) {
        return CHIEF_EXECUTIVES.contains(words(fact, "title"));
    }

    /// Chief executives whatever the words, else titles of which one has all words of the other.
    private static boolean isSameTitle(NaiveFact begin, NaiveFact end) {
        if (hasTitleOfChief(begin) || hasTitleOfChief(end)) {
            return hasTitleOfChief(begin) && hasTitleOfChief(end);
        }
        return !differ(begin, end, "title");
    }

    private ObjectNode funding() {
        List<NaiveFact> rounds = own("funded");
        ObjectNode funding = Json.object();
        funding.put("rounds", rounds.size());
        funding.put(
                "undisclosedRounds", rounds.stream().filter(fact -> money(fact) == null).count());
        Map<String, List<NaiveFact>> byCurrency = new TreeMap<>();
        for (NaiveFact round : rounds) {
            JsonNode money = money(round);
            if (money != null) {
                byCurrency
                        .computeIfAbsent(money.path("currency").asText(), none -> new ArrayList<>())
                        .add(round);
            }
        }
        ArrayNode totals = funding.putArray("totals");
        byCurrency.forEach((currency, facts) -> {
            List<JsonNode> sums =
                    facts.stream().map(fact -> fact.leading().details().path("money")).toList();
            ObjectNode total = totals.addObject().put("currency", currency);
            if (sums.stream().noneMatch(sum -> sum.has("min") || sum.has("max"))) {
                total.put("amount", sum(sums, "amount"));
            } else {
                total.put("min", sum(sums, "min"));
                if (sums.stream().allMatch(sum -> NaiveValues.most(sum) != null)) {
                    total.put("max", sum(sums, "max"));
                }
            }
            total.put(
                    "approximate",
                    sums.stream().anyMatch(sum -> sum.path("approximate").asBoolean()));
            total.put("rounds", facts.size());
            restingOn(total, facts);
        });
        last(rounds).forEach(fact -> funding.set("lastRound", said(fact, "round", "money")));
        return funding;
    }

    private static String sum(List<JsonNode> sums, String field) {
        BigDecimal total = BigDecimal.ZERO;
        for (JsonNode sum : sums) {
            BigDecimal part = field.equals("max") ? NaiveValues.most(sum) : NaiveValues.least(sum);
            total = part == null ? total : total.add(part);
        }
        return NaiveValues.plain(total);
    }

    /// What a fact says of a disclosed sum; none where it says nothing or does not disclose it.
    private static @Nullable JsonNode money(NaiveFact fact) {
        JsonNode money = fact.leading().details().path("money");
        return NaiveValues.amount(money) == null ? null : money;
    }

    private ArrayNode named(List<NaiveFact> facts, String field) {
        ArrayNode companies = Json.object().arrayNode();
        Set<String> listed = new TreeSet<>();
        for (NaiveFact fact : facts) {
            for (JsonNode mention : fact.leading().details().path(field)) {
                if (listed.add(key(mention))) {
                    ObjectNode other = companies.addObject();
                    for (String part : List.of("name", "company")) {
                        if (mention.has(part)) {
                            other.set(part, mention.path(part));
                        }
                    }
                    restingOn(
                            other,
                            facts.stream()
                                    .filter(each ->
                                            each.leading()
                                                    .details()
                                                    .path(field)
                                                    .valueStream()
                                                    .anyMatch(one -> key(one).equals(key(mention))))
                                    .toList());
                }
            }
        }
        return companies;
    }

    private static String key(JsonNode mention) {
        return mention.has("company")
                ? mention.path("company").asText()
                : NaiveValues.words(mention.path("name").asText()).replace(' ', '-');
    }

    private ArrayNode naming(String type) {
        ArrayNode companies = Json.object().arrayNode();
        List<NaiveFact> facts = others.stream().filter(fact -> fact.type().equals(type)).toList();
        facts.stream()
                .map(NaiveFact::subject)
                .distinct()
                .forEach(subject ->
                        restingOn(
                                companies.addObject().put("company", subject),
                                facts.stream()
                                        .filter(fact -> fact.subject().equals(subject))
                                        .toList()));
        return companies;
    }

    private List<NaiveFact> own(String type) {
        return own.stream().filter(fact -> fact.type().equals(type)).toList();
    }

    private static List<NaiveFact> last(List<NaiveFact> facts) {
        return facts.subList(Math.max(0, facts.size() - 1), facts.size());
    }

    private static boolean has(NaiveFact fact, String field) {
        return fact.leading().details().has(field);
    }

    private static boolean says(NaiveFact fact, String field, String value) {
        return fact.leading().details().path(field).asText().equals(value);
    }

    private static String words(NaiveFact fact, String field) {
        return NaiveValues.words(fact.leading().details().path(field).asText());
    }

    private static Object placeKey(NaiveFact fact, String field) {
        return NaiveValues.key(fact.leading().details(), field);
    }

    private static boolean isSameOrUnsaid(NaiveFact begin, NaiveFact end, String field) {
        return !has(begin, field)
                || !has(end, field)
                || words(begin, field).equals(words(end, field));
    }

    private static boolean differ(NaiveFact one, NaiveFact other, String field) {
        return !fit(words(one, field), words(other, field));
    }

    /// Whether one of two texts has all the words of the other.
    private static boolean fit(String one, String other) {
        List<String> mine = List.of(one.split(" ", -1));
        List<String> theirs = List.of(other.split(" ", -1));
        return mine.containsAll(theirs) || theirs.containsAll(mine);
    }

    /// What a fact says in some fields, when, and how sure that is.
    private ObjectNode said(NaiveFact fact, String... fields) {
        ObjectNode part = Json.object();
        copy(fact, part, fields);
        part.set("when", NaiveJson.when(fact.leading()));
        return restingOn(part, List.of(fact));
    }

    private static void copy(NaiveFact fact, ObjectNode to, String... fields) {
        for (String field : fields) {
            if (has(fact, field)) {
                to.set(field, fact.leading().details().path(field));
            }
        }
    }

    private ObjectNode restingOn(ObjectNode part, Collection<NaiveFact> facts) {
        List<String> weakestFirst = List.of("possible", "disputed", "reported", "confirmed");
        part.put(
                "certainty",
                facts.stream()
                        .map(this::certainty)
                        .min(Comparator.comparingInt(weakestFirst::indexOf))
                        .orElseThrow());
        ArrayNode ids = part.putArray("facts");
        facts.forEach(fact -> ids.add(fact.id()));
        return part;
    }

    private String certainty(NaiveFact fact) {
        if (filter.asOf().stream().anyMatch(day -> fact.leading().to() > lastDay(day))) {
            return "possible";
        }
        if (!fact.conflicts().isEmpty()) {
            return "disputed";
        }
        return fact.status().equals("confirmed") ? "confirmed" : "reported";
    }

    private static long lastDay(String date) {
        return Edtf.parse(date).latest().orElseThrow().toEpochDay();
    }
}
