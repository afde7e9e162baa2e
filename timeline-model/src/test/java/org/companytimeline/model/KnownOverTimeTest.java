package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.naive.RandomHistory;
import org.companytimeline.model.naive.RandomLog;
import org.junit.jupiter.api.Test;

/// What was known at two points and in between, over histories with every kind of annotation, whose
/// records are one company.
class KnownOverTimeTest {

    private static final CompanyId COMPANY = new CompanyId("merged");
    private static final int MOST_EVENTS = 40;

    @Test
    void a_diff_applied_to_the_timeline_before_gives_the_timeline_after() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            RandomLog to = log(seed).knownAt(random);
            RandomLog from = earlier(to, random);
            List<Fact> before = fold(from.events());
            List<Fact> after = fold(to.events());

            Diff diff = diff(from, before, after);

            assertThat(applied(diff, timeline(before)).values())
                    .as("history %d", seed)
                    .containsExactlyElementsOf(timeline(after).values());
        }
    }

    @Test
    void every_entry_of_a_diff_names_an_event_recorded_in_between() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            RandomLog to = log(seed).knownAt(random);
            RandomLog from = earlier(to, random);

            Diff diff = diff(from, fold(from.events()), fold(to.events()));

            assertThat(
                            Stream.of(
                                            diff.added().stream().map(Diff.Entry::events),
                                            diff.removed().stream().map(Diff.Entry::events),
                                            diff.changed().stream().map(Diff.Change::events))
                                    .flatMap(events -> events))
                    .as("history %d", seed)
                    .allSatisfy(events -> assertThat(events).isNotEmpty());
        }
    }

    @Test
    void the_course_of_a_fact_is_what_folding_everything_after_each_event_says_of_it() {
        for (long seed = 0; seed < 150; seed++) {
            List<RecordedEvent> events = inRecordedOrder(log(seed).events());
            List<List<Fact>> folds = new ArrayList<>();
            for (int i = 1; i <= events.size(); i++) {
                folds.add(fold(events.subList(0, i)));
            }
            for (Fact fact : folds.getLast()) {
                Course course = Course.of(fact, Policy.DEFAULT_1, events);

                assertThat(course.known().stream().map(KnownOverTimeTest::inShort))
                        .as("history %d, fact %s", seed, fact.id())
                        .containsExactlyElementsOf(course(fact, folds));
            }
        }
    }

    private static Diff diff(RandomLog from, List<Fact> before, List<Fact> after) {
        Set<Position> recorded =
                from.events().stream().map(RecordedEvent::position).collect(Collectors.toSet());
        return Diff.between(
                new Diff.Side(before, fact -> !fact.isRetracted()),
                new Diff.Side(after, fact -> !fact.isRetracted()),
                recorded::contains);
    }

    private static NavigableMap<TimelineKey, String> timeline(List<Fact> facts) {
        NavigableMap<TimelineKey, String> timeline = new TreeMap<>();
        facts.stream()
                .filter(fact -> !fact.isRetracted())
                .forEach(fact -> timeline.put(fact.key(), text(fact)));
        return timeline;
    }

    private static NavigableMap<TimelineKey, String> applied(
            Diff diff, NavigableMap<TimelineKey, String> timeline) {
        diff.removed().forEach(entry -> remove(entry.fact(), timeline));
        diff.changed().forEach(change -> remove(change.before(), timeline));
        diff.added().forEach(entry -> add(entry.fact(), timeline));
        diff.changed().forEach(change -> add(change.after(), timeline));
        return timeline;
    }

    private static void remove(Fact fact, NavigableMap<TimelineKey, String> timeline) {
        assertThat(timeline.remove(fact.key())).isEqualTo(text(fact));
    }

    private static void add(Fact fact, NavigableMap<TimelineKey, String> timeline) {
        assertThat(timeline.put(fact.key(), text(fact))).isNull();
    }

    /// What each of these folds says of the fact that holds its first claim, where that is not what
    /// the one before says.
    private static List<String> course(Fact fact, List<List<Fact>> folds) {
        List<String> course = new ArrayList<>();
        for (List<Fact> fold : folds) {
            fold.stream()
                    .filter(then ->
                            then.lineages().stream()
                                    .anyMatch(lineage -> lineage.claim().equals(fact.firstClaim())))
                    .map(KnownOverTimeTest::inShort)
                    .filter(said -> course.isEmpty() || !course.getLast().equals(said))
                    .forEach(course::add);
        }
        return course;
    }

    private static String inShort(Fact fact) {
        return "%s %s %s %d %s %s"
                        .formatted(
                                fact.id(),
                                fact.leading().event().id(),
                                fact.status(),
                                fact.counting().size(),
                                fact.when().edtf(),
                                EventCodec.details(fact.details()))
                + fact.conflicts().stream().map(Conflict::field).toList()
                + fact.companies().stream().map(CompanyId::value).toList();
    }

    private static String inShort(Course.Known known) {
        JsonNode json = json(known.json());
        return "%s %s %s %d %s %s"
                        .formatted(
                                json.path("id").textValue(),
                                json.path("leading").textValue(),
                                json.path("status").textValue(),
                                json.path("claimCount").intValue(),
                                json.at("/when/edtf").textValue(),
                                json.path("details"))
                + json.path("conflicts").valueStream().map(JsonNode::textValue).toList()
                + json.path("companies").valueStream().map(JsonNode::textValue).sorted().toList();
    }

    private static RandomLog earlier(RandomLog log, Random random) {
        return log.events().isEmpty() ? log : log.knownAt(random);
    }

    private static RandomLog log(long seed) {
        return RandomLog.of(
                RandomHistory.posted(seed, "", "https://operator.example", MOST_EVENTS), seed);
    }

    private static List<Fact> fold(Collection<RecordedEvent> events) {
        return Fold.merged(COMPANY, events, Policy.DEFAULT_1);
    }

    private static List<RecordedEvent> inRecordedOrder(List<RecordedEvent> events) {
        return events.stream().sorted(RecordedEvent.RECORDED_ORDER).toList();
    }

    private static String text(Fact fact) {
        return new String(FactJson.write(fact), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
