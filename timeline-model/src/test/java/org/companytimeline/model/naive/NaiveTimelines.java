package org.companytimeline.model.naive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What readers get of all companies, by one policy, of the events that were known at one point.
public final class NaiveTimelines {

    private static final int LARGEST_GROUP = 100;

    private final String policy;
    private final SortedMap<String, List<NaiveEvent>> records = new TreeMap<>();
    private final Map<String, List<NaiveFact>> alone = new HashMap<>();
    private final Map<String, List<NaiveFact>> merged = new HashMap<>();
    private final Set<List<String>> edges = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    private NaiveTimelines(Collection<NaiveEvent> events, String policy) {
        this.policy = policy;
        events.stream()
                .sorted(NaiveEvent.RECORDED_ORDER)
                .forEach(event -> {
                    List<NaiveEvent> record =
                            records.computeIfAbsent(event.company(), none -> new ArrayList<>());
                    if (record.stream().noneMatch(other -> other.id().equals(event.id()))) {
                        record.add(event);
                        named.add(event.company());
                        named.addAll(event.details().findValuesAsText("company"));
                    }
                });
        records.keySet().forEach(record -> alone.put(record, fold(record, Set.of(record))));
        for (NaiveFact fact : alone.values().stream().flatMap(List::stream).toList()) {
            if (fact.type().equals("same-as") && fact.holds()) {
                edges.add(
                        List.of(fact.subject(), fact.leading().details().path("company").asText()));
            }
        }
        edges.removeIf(edge -> edge.getFirst().equals(edge.getLast()));
    }

    public static NaiveTimelines of(Collection<NaiveEvent> known, String policy) {
        return new NaiveTimelines(known, policy);
    }

    /// All facts of some records as if they were one, in timeline order, retracted ones among them.
    private List<NaiveFact> fold(String subject, Set<String> members) {
        List<NaiveHead> heads =
                members.stream()
                        .flatMap(member ->
                                NaiveLineages.heads(records.getOrDefault(member, List.of()))
                                        .stream())
                        .toList();
        return NaivePlacement.facts(heads).stream()
                .map(fact -> new NaiveFact(subject, policy, fact))
                .sorted(ORDER)
                .toList();
    }

    /// Earliest day (latest if open, last if both are), then latest day, then id, then the record
    /// that the id is of.
    private static final Comparator<NaiveFact> ORDER =
            Comparator.comparingLong(NaiveTimelines::orderedFrom)
                    .thenComparingLong(fact -> fact.leading().to())
                    .thenComparing(NaiveFact::id)
                    .thenComparing(NaiveFact::record);

    private static long orderedFrom(NaiveFact fact) {
        return fact.leading().date().earliest().isPresent()
                ? fact.leading().from()
                : fact.leading().to();
    }

    /// Whether there are events of a company or any that name it, be they retracted since.
    public boolean isKnown(String company) {
        return group(company).stream().anyMatch(named::contains);
    }

    /// All records that are said to be the same company as this one.
    public NavigableSet<String> group(String company) {
        NavigableSet<String> group = new TreeSet<>(Set.of(company));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (List<String> edge : edges) {
                if (group.contains(edge.getFirst()) || group.contains(edge.getLast())) {
                    grew |= group.addAll(edge);
                }
            }
        }
        return group.size() > LARGEST_GROUP ? new TreeSet<>(Set.of(company)) : group;
    }

    /// The id under which a company is read.
    public String canonical(String company) {
        NavigableSet<String> group = group(company);
        return group.stream()
                .filter(member ->
                        group.size() == 1
                                || edges.stream().noneMatch(edge -> edge.getFirst().equals(member)))
                .findFirst()
                .orElse(group.first());
    }

    /// What a company is called, if it never took a name: the latest name that events of the record
    /// give by whose id it goes, else what others call that record; else of the first other record
    /// that has a name.
    public @Nullable String nameOf(String company) {
        return Stream.concat(Stream.of(canonical(company)), group(company).stream())
                .map(record -> namings(record).max(Comparator.naturalOrder()))
                .flatMap(Optional::stream)
                .map(Naming::name)
                .findFirst()
                .orElse(null);
    }

    /// What an event calls a company. The one that counts is the greatest.
    private record Naming(boolean own, boolean atHome, NaiveEvent event, String name)
            implements Comparable<Naming> {
        @Override
        public int compareTo(Naming other) {
            return Comparator.comparing(Naming::own)
                    .thenComparing(Naming::atHome)
                    .thenComparing(naming -> naming.event.recordedAt())
                    .thenComparingInt(naming -> -naming.event.partition())
                    .thenComparingLong(naming -> naming.event.offset())
                    .compare(this, other);
        }
    }

    private Stream<Naming> namings(String record) {
        List<NaiveEvent> own = records.getOrDefault(record, List.of());
        Stream<Naming> byItself =
                own.stream()
                        .filter(event -> event.json().at("/company/name").isTextual())
                        .map(event ->
                                new Naming(
                                        true,
                                        true,
                                        event,
                                        event.json().at("/company/name").asText()));
        Stream<Naming> byOthers =
                records.values().stream()
                        .flatMap(List::stream)
                        .filter(event -> !event.company().equals(record))
                        .flatMap(event ->
                                event.details().findParents("company").stream()
                                        .filter(mention ->
                                                mention.path("company").asText().equals(record)
                                                        && mention.has("name"))
                                        .map(mention ->
                                                new Naming(
                                                        false,
                                                        own.stream()
                                                                .anyMatch(mine ->
                                                                        mine.partition()
                                                                                == event
                                                                                        .partition()),
                                                        event,
                                                        mention.path("name").asText())));
        return Stream.concat(byItself, byOthers);
    }

    /// The own facts of one record as if it stood for itself, retracted ones among them.
    public List<NaiveFact> alone(String record) {
        return alone.getOrDefault(record, List.of());
    }

    /// The own facts of a company, of all its records, retracted ones among them.
    public List<NaiveFact> facts(String company) {
        String canonical = canonical(company);
        NavigableSet<String> group = group(company);
        return group.size() == 1
                ? alone(company)
                : merged.computeIfAbsent(canonical, none -> fold(canonical, group));
    }

    /// The timeline of a company: its own facts and those of others that name it.
    public List<NaiveFact> timeline(String company, NaiveFilter filter) {
        NavigableSet<String> group = group(company);
        List<NaiveFact> facts = new ArrayList<>(facts(company));
        alone.forEach((other, theirs) -> {
            if (!group.contains(other)) {
                theirs.stream()
                        .filter(fact -> fact.others().stream().anyMatch(group::contains))
                        .forEach(facts::add);
            }
        });
        return facts.stream()
                .filter(fact -> !fact.isRetracted())
                .filter(filter::passes)
                .sorted(ORDER)
                .toList();
    }

    /// The fact that an event of a record leads to.
    public Optional<NaiveFact> fact(String record, String id) {
        return facts(record).stream().filter(fact -> fact.includes(record, id)).findFirst();
    }
}
