package org.companytimeline.benchmarks;

import io.cloudevents.CloudEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.companytimeline.benchmarks.Workload.Posting;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Policy;

/// What the pure parts cost on one thread: dates, the codec, the fold. No Kafka, no PostgreSQL. The
/// clock is the processor time of that thread, so other programs hardly count.
final class FoldBenchmark {

    private static final int COMPANIES = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int rounds;
    private final List<Posting> postings;
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private final List<CloudEvent> inLog = new ArrayList<>();
    private final List<byte[]> stored = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();
    private final Map<CompanyId, List<RecordedEvent>> byCompany;
    private long seen;

    FoldBenchmark(int rounds, int events) {
        this.rounds = rounds;
        postings = new Workload("f", COMPANIES, events).postings();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (Posting posting : postings) {
            Event event = LogRecords.event(posting);
            Position position = new Position(0, recorded.size());
            Instant recordedAt = start.plusMillis(recorded.size());
            recorded.add(new RecordedEvent(event, position, recordedAt));
            inLog.add(EventCodec.encode(event));
            stored.add(EventCodec.recorded(new Decoded.Known(event), position, recordedAt));
            if (event.when() != null) {
                dates.add(event.when().edtf().toString());
            }
        }
        byCompany =
                recorded.stream()
                        .collect(Collectors.groupingBy(each -> each.event().company().id()));
    }

    void run() throws Exception {
        List<Contender> contenders =
                List.of(
                        contender(
                                "read a date", () -> dates.forEach(text -> see(Edtf.parse(text)))),
                        contender(
                                "read a posted event",
                                () -> postings.forEach(each -> see(LogRecords.event(each)))),
                        contender(
                                "write an event for the log",
                                () ->
                                        recorded.forEach(
                                                each -> see(EventCodec.encode(each.event())))),
                        contender(
                                "read an event of the log",
                                () -> inLog.forEach(each -> see(EventCodec.decode(each)))),
                        contender(
                                "read a recorded event",
                                () -> stored.forEach(each -> see(EventCodec.readRecorded(each)))),
                        contender("fold a claim, company by company", () -> fold(false)),
                        contender("fold a claim and write its fact", () -> fold(true)));
        List<Figures> figures = new Contest(contenders, 2, rounds).run();
        Progress.result(
                Table.ofRatios("on one thread", "a processor second", figures, figures.getFirst()));
        Progress.say("(" + seen + " results seen)");
    }

    private Contender contender(String name, Runnable work) {
        return new Contender(
                name,
                () -> {
                    long start = THREADS.getCurrentThreadCpuTime();
                    work.run();
                    long nanos = THREADS.getCurrentThreadCpuTime() - start;
                    return postings.size() / (nanos / 1e9);
                });
    }

    private void fold(boolean write) {
        for (List<RecordedEvent> claims : byCompany.values()) {
            for (Fact fact : Fold.timeline(claims, Policy.DEFAULT_1)) {
                see(write ? FactJson.write(fact) : fact);
            }
        }
    }

    /// Uses a result, so that making it is not optimised away.
    private void see(Object result) {
        seen += System.identityHashCode(result) | 1;
    }
}
