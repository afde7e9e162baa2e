package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.companytimeline.model.naive.NaiveEvent;
import org.companytimeline.model.naive.NaiveFilter;
import org.companytimeline.model.naive.NaiveTimelines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is answered over HTTP of a thousand random histories is what the naive fold answers, at any
/// point of known and valid time, by any policy, and again after the read model was made anew.
class RandomHistoriesIT {

    private static final int HISTORIES = 1_000;
    private static final int MOST_EVENTS = 14;
    private static final int PORTIONS = 3;
    private static final int QUESTIONS_PER_HISTORY = 5;
    private static final int READERS = 4;
    private static final int EARLY_EVERY = 5;

    private static final List<String> POLICIES =
            List.of("default@1", "registry-first@1", "newest@1");
    private static final List<String> DAYS =
            List.of("2022", "2023-04-11", "2023-04", "2023-06-30", "2023~", "2024-02", "2025");

    private final PostedHistories histories = new PostedHistories(HISTORIES, MOST_EVENTS, PORTIONS);

    /// Of each portion, the cursor at which it was read to its end.
    private final List<String> cursors = new ArrayList<>();

    /// By address with the cursor of then, what was answered without one.
    private final Map<String, Served> early = new LinkedHashMap<>();

    /// All timelines, renewed after each portion and after the read model was made anew.
    private final KeptCopy kept = new KeptCopy();

    @TempDir private Path folder;

    @Test
    void a_thousand_histories_are_answered_as_the_naive_fold_answers_them() {
        Path data = folder.resolve("data");
        int basePort = postAndKill(data);
        Map<NaiveAnswer, Served> live = new LinkedHashMap<>();
        try (RunningStack stack = RunningStack.up(data, basePort)) {
            reach(stack);
            histories.post(stack);
            reach(stack);
            assertIsWhole(stack);
            live.putAll(served(stack, questions(histories.read(stack))));
            assertRepeatsWhatItSaidEarly(stack);
        }
        delete(data.resolve("postgresql"));

        Map<NaiveAnswer, Served> rebuilt;
        try (RunningStack stack = RunningStack.up(data, basePort)) {
            histories.await(stack);
            rebuilt = served(stack, live.keySet());
            assertRepeatsWhatItSaidEarly(stack);
            assertIsWhole(stack);
        }

        Optional<Contradicted> wrong = leastWrong(live);
        assertThat(wrong)
                .as(() ->
                        "Of this history:\n"
                                + wrong.map(Contradicted::naive).map(histories::text).orElse(""))
                .isEmpty();
        rebuilt.forEach((question, answer) ->
                assertThat(answer).as(question::toString).isEqualTo(live.get(question)));
    }

    private void assertIsWhole(RunningStack stack) {
        kept.renew(stack);
        KeptCopy whole = new KeptCopy();
        whole.renew(stack);
        assertThat(kept.lines()).containsExactlyElementsOf(whole.lines().toList());
    }

    private void assertRepeatsWhatItSaidEarly(RunningStack stack) {
        early.forEach((address, answer) ->
                assertThat(served(stack, address)).as(address).isEqualTo(answer));
    }

    /// Of the answers that the naive fold contradicts, that about the shortest history.
    private Optional<Contradicted> leastWrong(Map<NaiveAnswer, Served> answers) {
        return answers.entrySet().stream()
                .map(answer ->
                        new Contradicted(answer.getKey(), answer.getValue().as(answer.getKey())))
                .filter(pair -> !pair.naive().equals(pair.served()))
                .min(Comparator.comparingInt(pair -> histories.text(pair.naive()).length()));
    }

    private record Contradicted(NaiveAnswer naive, NaiveAnswer served) {}

    /// Posts all portions but the last, and kills the projection as soon as the last of these is
    /// acknowledged.
    private int postAndKill(Path data) {
        try (RunningStack stack = RunningStack.up(data)) {
            histories.post(stack);
            reach(stack);
            histories.post(stack);
            stack.part("timeline-service").destroyForcibly();
            stack.awaitEnd(Duration.ofMinutes(1));
            return stack.basePort();
        }
    }

    /// Waits until all that was posted is read, and keeps some answers with what asks for them
    /// again.
    private void reach(RunningStack stack) {
        String cursor = histories.await(stack);
        cursors.add(cursor);
        kept.renew(stack);
        for (int history = 0; history < HISTORIES; history += EARLY_EVERY) {
            String company = "/companies/" + PostedHistories.prefix(history) + "a";
            for (String path : List.of(company, company + "/timeline")) {
                early.put(path + "?knownAt=" + cursor, served(stack, path));
            }
        }
    }

    private static Served served(RunningStack stack, String address) {
        return Served.of(stack.get(stack.query().resolve(address))).whenever();
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("deleting the read model", failure);
        }
    }

    private List<NaiveAnswer> questions(Map<Integer, List<NaiveEvent>> events) {
        return events.entrySet().parallelStream()
                .flatMap(history -> {
                    Random random = new Random(history.getKey());
                    return Stream.generate(
                                    () -> question(history.getKey(), history.getValue(), random))
                            .limit(QUESTIONS_PER_HISTORY);
                })
                .distinct()
                .toList();
    }

    private NaiveAnswer question(int history, List<NaiveEvent> recorded, Random random) {
        String company =
                random.nextInt(4) > 0
                        ? any(recorded, random).company()
                        : PostedHistories.prefix(history) + "x";
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                    NaiveAnswer.timeline(
                            company, lens(recorded, List.of("asOf", "from", "to"), random));
            case 2, 3 -> NaiveAnswer.state(company, lens(recorded, List.of("asOf"), random));
            default ->
                    NaiveAnswer.fact(
                            any(recorded, random), lens(recorded, List.of("asOf"), random));
        };
    }

    /// @param bounds the parameters that bound the days of facts
    private NaiveAnswer.Lens lens(List<NaiveEvent> recorded, List<String> bounds, Random random) {
        Map<String, String> parameters = new HashMap<>();
        Predicate<NaiveEvent> known = known(recorded, parameters, random);
        if (random.nextInt(3) > 0) {
            parameters.put("policy", any(POLICIES, random));
        }
        for (String bound : bounds) {
            if (random.nextInt(4) == 0) {
                parameters.put(bound, any(DAYS, random));
            }
        }
        if (random.nextInt(3) == 0) {
            parameters.put("match", "certain");
        }
        return new NaiveAnswer.Lens(
                NaiveTimelines.of(
                        recorded.stream().filter(known).toList(),
                        parameters.getOrDefault("policy", POLICIES.getFirst())),
                new NaiveFilter(
                        Optional.ofNullable(parameters.get("asOf")),
                        Optional.ofNullable(parameters.get("from")),
                        Optional.ofNullable(parameters.get("to")),
                        parameters.containsKey("match")),
                parameters);
    }

    /// What is known at a random point; the parameter that asks for it is added.
    private Predicate<NaiveEvent> known(
            List<NaiveEvent> recorded, Map<String, String> parameters, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> event -> true;
            case 1 -> {
                String instant = any(recorded, random).recordedAt();
                parameters.put("knownAt", instant);
                yield event -> event.recordedAt().compareTo(instant) <= 0;
            }
            default -> {
                int portion = random.nextInt(cursors.size());
                parameters.put("knownAt", cursors.get(portion));
                yield event -> histories.isOf(event, portion);
            }
        };
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Map<NaiveAnswer, Served> served(
            RunningStack stack, Collection<NaiveAnswer> questions) {
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            List<Callable<Served>> reads =
                    questions.stream()
                            .<Callable<Served>>map(question ->
                                    () -> Served.of(stack.get(question.uri(stack.query()))))
                            .toList();
            List<Future<Served>> answers = readers.invokeAll(reads);
            Map<NaiveAnswer, Served> served = new LinkedHashMap<>();
            for (NaiveAnswer question : questions) {
                served.put(question, answers.get(served.size()).resultNow());
            }
            return served;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupted);
        }
    }
}
