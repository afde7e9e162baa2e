package org.companytimeline.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One sequence of posts: events are sent in the order in which they came, each batch after the
/// answer to the one before it, and again until each is answered.
final class ImportLane implements Runnable {
    /// So many that the answers fit in the buffers of a connection while events are still being
    /// sent.
    static final int MOST_BATCH_EVENTS = 500;

    static final int MOST_BATCH_BYTES = 1024 * 1024;

    private static final int MOST_QUEUED_EVENTS = 4 * MOST_BATCH_EVENTS;
    private static final long FAILURE_SEEN_WITHIN_MILLIS = 200;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final EventBatchPost ingest;
    private final ImportLedger ledger;
    private final SeenEvents seen;
    private final Duration giveUpAfter;
    private final Consumer<String> notices;

    /// Holds nothing behind the last event.
    private final BlockingQueue<Optional<SentEvent>> queue =
            new ArrayBlockingQueue<>(MOST_QUEUED_EVENTS);

    private List<SentEvent> next = List.of();
    private boolean isEnded;

    /// @param giveUpAfter how long nothing may be answered
    /// @param notices is told in a line when sending is in trouble, and when it goes on
    ImportLane(
            EventBatchPost ingest,
            ImportLedger ledger,
            SeenEvents seen,
            Duration giveUpAfter,
            Consumer<String> notices) {
        this.ingest = ingest;
        this.ledger = ledger;
        this.seen = seen;
        this.giveUpAfter = giveUpAfter;
        this.notices = notices;
    }

    /// Takes the next event; waits while too many wait to be sent.
    ///
    /// @throws CommandException if the import has failed
    void add(SentEvent event) throws InterruptedException {
        put(Optional.of(event));
    }

    /// No event will come any more.
    void end() throws InterruptedException {
        put(Optional.empty());
    }

    private void put(Optional<SentEvent> event) throws InterruptedException {
        while (!queue.offer(event, FAILURE_SEEN_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
            ledger.requireNoFailure();
        }
    }

    @Override
    public void run() {
        try {
            for (var batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                send(batch);
            }
        } catch (InterruptedException _) {
            ledger.fail(new CommandException("Stopped"));
        } catch (CommandException e) {
            ledger.fail(e);
        } catch (RuntimeException e) {
            ledger.fail(new CommandException("Sending failed: " + e, e));
        }
    }

    /// What waits, at least one event; nothing behind the last.
    private List<SentEvent> nextBatch() throws InterruptedException {
        var batch = new ArrayList<>(next);
        next = List.of();
        var bytes = batch.stream().mapToLong(sent -> sent.event().json().length).sum();
        while (!isEnded && batch.size() < MOST_BATCH_EVENTS) {
            var sent = batch.isEmpty() ? queue.take() : queue.poll();
            if (sent == null) {
                break;
            }
            if (sent.isEmpty()) {
                isEnded = true;
                break;
            }
            bytes += sent.get().event().json().length;
            if (!batch.isEmpty() && bytes > MOST_BATCH_BYTES) {
                next = List.of(sent.get());
                break;
            }
            batch.add(sent.get());
        }
        return batch;
    }

    private void send(List<SentEvent> batch) throws InterruptedException {
        var wait = new ReconnectWait(ThreadLocalRandom.current(), LONGEST_WAIT);
        var unanswered = batch;
        var answeredAt = System.nanoTime();
        var inTrouble = false;
        while (true) {
            var outcome = ingest.post(unanswered.stream().map(SentEvent::event).toList());
            var left = settle(unanswered, outcome);
            if (left.isEmpty()) {
                if (inTrouble) {
                    notices.accept("Sending goes on");
                }
                return;
            }
            if (left.size() < unanswered.size()) {
                wait.reset();
                answeredAt = System.nanoTime();
            }
            unanswered = left;
            var why = why(outcome);
            if (System.nanoTime() - answeredAt > giveUpAfter.toNanos()) {
                throw new CommandException(
                        "Nothing was taken for %d seconds: %s"
                                .formatted(giveUpAfter.toSeconds(), why));
            }
            if (!inTrouble) {
                inTrouble = true;
                notices.accept("Sending again (%s)".formatted(why));
            }
            Thread.sleep(wait.next(outcome.retryAfter()));
        }
    }

    /// Hands answers to the ledger, and gives the events that are to be sent again.
    private List<SentEvent> settle(List<SentEvent> batch, EventBatchPost.Outcome outcome) {
        var left = new ArrayList<SentEvent>(0);
        for (int i = 0; i < batch.size(); i++) {
            var sent = batch.get(i);
            switch (outcome.answers().get(i)) {
                case EventAnswer.Taken taken -> ledger.taken(sent.row(), taken.position());
                case EventAnswer.Refused refused -> {
                    seen.forget(sent.event().company(), sent.event().id().toString());
                    ledger.refused(sent.row(), refused.why());
                }
                case EventAnswer.Forbidden forbidden -> throw forbidden(sent, forbidden);
                case EventAnswer.Later _ -> left.add(sent);
                case null -> left.add(sent);
            }
        }
        return left;
    }

    private static CommandException forbidden(SentEvent sent, EventAnswer.Forbidden forbidden) {
        return new CommandException(
                "line %d: %s Give a token that may with --token-file; that of an operator (tokens/operator.jwt in the data directory) posts for every publisher"
                        .formatted(sent.row().row().line(), forbidden.why()));
    }

    private static String why(EventBatchPost.Outcome outcome) {
        return outcome.trouble().isEmpty()
                ? outcome.answers().stream()
                        .filter(EventAnswer.Later.class::isInstance)
                        .map(answer -> ((EventAnswer.Later) answer).why())
                        .findFirst()
                        .orElse("no reason given")
                : outcome.trouble();
    }
}
