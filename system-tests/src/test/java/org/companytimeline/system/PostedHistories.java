package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.companytimeline.local.Tokens;
import org.companytimeline.model.naive.NaiveEvent;
import org.companytimeline.model.naive.RandomHistory;

/// Many random histories, each of companies of its own, posted in portions: in each some more
/// events of every history, mixed.
final class PostedHistories {

    private static final int IN_FLIGHT = 409;

    private final int portions;
    private final Random random;
    private final List<List<ObjectNode>> histories = new ArrayList<>();
    private final List<Set<Identity>> posted = new ArrayList<>();

    /// The positions that the last portion reached.
    private String end = "";

    /// What an event is known by.
    record Identity(String company, String id) {

        static Identity of(JsonNode event) {
            return new Identity(event.at("/company/id").asText(), event.path("id").asText());
        }
    }

    PostedHistories(int count, int mostEvents, int portions) {
        this.portions = portions;
        this.random = new Random(count);
        for (int history = 0; history < count; history++) {
            histories.add(
                    RandomHistory.posted(history, prefix(history), Tokens.OPERATOR, mostEvents));
        }
    }

    /// How the ids of the companies of a history begin.
    static String prefix(int history) {
        return "h%04d-".formatted(history);
    }

    int size() {
        return histories.size();
    }

    /// The documents of a history in the order in which they are posted.
    List<ObjectNode> documents(int history) {
        return histories.get(history);
    }

    /// Posts the next portion.
    void post(RunningStack stack) {
        int portion = posted.size();
        List<Integer> turns = new ArrayList<>();
        for (int history = 0; history < size(); history++) {
            turns.addAll(Collections.nCopies(part(history, portion).size(), history));
        }
        Collections.shuffle(turns, random);
        int[] next = new int[size()];
        StringBuilder lines = new StringBuilder();
        for (int history : turns) {
            lines.append(part(history, portion).get(next[history]++)).append('\n');
        }
        Set<Identity> known = new HashSet<>(posted.isEmpty() ? Set.of() : posted.getLast());
        for (int history = 0; history < size(); history++) {
            part(history, portion).forEach(event -> known.add(Identity.of(event)));
        }
        posted.add(known);
        end = positions(stack.postLines(lines.toString()));
    }

    private List<ObjectNode> part(int history, int portion) {
        List<ObjectNode> all = histories.get(history);
        return all.subList(all.size() * portion / portions, all.size() * (portion + 1) / portions);
    }

    /// A duplicate may be refused while the event itself is being written; nothing else is.
    private static String positions(HttpResponse<String> answer) {
        List<JsonNode> lines = answer.body().lines().map(Json::of).toList();
        assertThat(lines)
                .filteredOn(line -> line.has("problem"))
                .allMatch(refused -> refused.get("status").asInt() == IN_FLIGHT);
        return lines.getLast().get("timelinePosition").asText();
    }

    /// Waits until all that was posted is read, and gives the cursor at which it is.
    String await(RunningStack stack) {
        return Awaitility.await("the projection to reach " + end)
                .until(
                        () ->
                                stack.get(
                                        stack.query().resolve("/companies?limit=1"),
                                        "Timeline-Position",
                                        end),
                        answer -> answer.statusCode() == 200)
                .headers()
                .firstValue("Timeline-Cursor")
                .orElseThrow();
    }

    /// Whether an event was posted in the first portions.
    boolean isOf(NaiveEvent event, int lastPortion) {
        return posted.get(lastPortion).contains(new Identity(event.company(), event.id()));
    }

    /// All events by history, as readers get them; they are what was posted, in that order.
    Map<Integer, List<NaiveEvent>> read(RunningStack stack) {
        Map<Integer, List<NaiveEvent>> events = new LinkedHashMap<>();
        Map<String, List<Identity>> recorded = new LinkedHashMap<>();
        for (JsonNode event : stack.all("/events?order=asc&limit=1000")) {
            Identity identity = Identity.of(event);
            int history = numberOf(identity.company());
            events.computeIfAbsent(history, none -> new ArrayList<>()).add(new NaiveEvent(event));
            recorded.computeIfAbsent(identity.company(), none -> new ArrayList<>()).add(identity);
        }
        assertThat(recorded).isEqualTo(postedByCompany());
        return events;
    }

    /// The history that a question is about, one event a line.
    String text(NaiveAnswer question) {
        String company =
                question.parameters().getOrDefault("company", question.path().split("/", -1)[2]);
        return histories.get(numberOf(company)).stream()
                .map(ObjectNode::toString)
                .collect(Collectors.joining("\n"));
    }

    private static int numberOf(String company) {
        return Integer.parseInt(company.substring(1, 5));
    }

    private Map<String, List<Identity>> postedByCompany() {
        Map<String, List<Identity>> byCompany = new LinkedHashMap<>();
        histories.stream()
                .flatMap(List::stream)
                .map(Identity::of)
                .forEach(event -> {
                    List<Identity> company =
                            byCompany.computeIfAbsent(event.company(), none -> new ArrayList<>());
                    if (!company.contains(event)) {
                        company.add(event);
                    }
                });
        return byCompany;
    }
}
