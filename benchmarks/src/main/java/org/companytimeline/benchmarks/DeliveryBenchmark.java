package org.companytimeline.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Deliveries per second to many subscribers at once, beside a bare Vert.x server that writes the
/// same bytes to as many.
///
/// All subscribers stay connected over all rounds and are read by one thread. For a round
/// query-service is stopped (SIGSTOP) while the events are projected; the clock runs from its going
/// on until the last subscriber has the last event. The bare server is given the frames that one
/// subscriber got, and the clock runs from there.
final class DeliveryBenchmark {

    private static final int WARM_UPS = 2;
    private static final int COMPANIES = 200;
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PRODUCT = "GET /events";
    private static final String BARE = "bare Vert.x, same bytes";

    private final Path dir;
    private final int rounds;
    private final int subscribers;
    private final int events;
    private final Service.Options options;
    private final ProcessorTime processorTime;
    private int workloads;

    DeliveryBenchmark(Path dir, int rounds, int subscribers, int events, Service.Options options) {
        this.dir = dir;
        this.rounds = rounds;
        this.subscribers = subscribers;
        this.events = events;
        this.options = options;
        processorTime = new ProcessorTime(rounds);
    }

    void run() throws Exception {
        int barePort = Service.freePort();
        try (LiveStack stack = new LiveStack(dir, Map.of(), options);
                MeasuredProcess bare = bareServer(barePort);
                HttpClient client =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                Subscribers ofProduct = open(stack.query().port(), "/events?from=beginning")) {
            bare.awaitLine("ready", Duration.ofMinutes(1));
            deliver(stack, ofProduct);
            byte[] frames = framesOfAll(client, stack.query().port());
            try (Subscribers ofBare = open(barePort, "/")) {
                List<Contender> contenders =
                        List.of(
                                new Contender(PRODUCT, () -> deliver(stack, ofProduct)),
                                new Contender(
                                        BARE, () -> write(client, barePort, frames, bare, ofBare)));
                List<Figures> figures = new Contest(contenders, WARM_UPS, rounds).run();
                check(stack, ofProduct, ofBare);
                Progress.result(
                        Table.ofRatios(
                                "deliveries to %,d subscribers".formatted(subscribers),
                                "deliveries/s",
                                figures,
                                figures.getLast()));
                Progress.result(processorTime.table("a delivery"));
            }
        }
    }

    private Subscribers open(int port, String path) throws Exception {
        return Subscribers.open(port, path, subscribers, (subscriber, number) -> {});
    }

    private double deliver(LiveStack stack, Subscribers open) throws Exception {
        long before = open.received().getFirst().events();
        MeasuredProcess query = stack.query().process();
        query.pause();
        stack.publish(new Workload("d" + workloads++, COMPANIES, events).postings());
        return processorTime.of(
                PRODUCT, query.pid(), deliveries(), () -> perSecond(query::resume, open, before));
    }

    private double write(
            HttpClient client, int port, byte[] frames, MeasuredProcess bare, Subscribers open)
            throws Exception {
        long before = open.received().getFirst().events();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(frames))
                        .build();
        return processorTime.of(
                BARE,
                bare.pid(),
                deliveries(),
                () ->
                        perSecond(
                                () -> client.send(request, HttpResponse.BodyHandlers.discarding()),
                                open,
                                before));
    }

    private interface Start {
        void go() throws Exception;
    }

    private double perSecond(Start start, Subscribers open, long before) throws Exception {
        long from = System.nanoTime();
        start.go();
        open.await(0, received -> received.events() == before + events, LIMIT);
        return deliveries() / ((System.nanoTime() - from) / 1e9);
    }

    private int deliveries() {
        return subscribers * events;
    }

    /// The frames of all events so far, without heartbeats.
    private static byte[] framesOfAll(HttpClient client, int port) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/events?from=beginning&follow=false"
                                                .formatted(port)))
                        .header("Accept", "text/event-stream")
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .replaceAll("event: heartbeat\n.+\n.+\n\n", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// That everybody has everything, once.
    private void check(LiveStack stack, Subscribers ofProduct, Subscribers ofBare)
            throws Exception {
        SentSum sum = SentSum.ofAllEvents(stack.connection());
        ofProduct.await(0, received -> sum.isIn(received.lastHeartbeat()), LIMIT);
        Progress.say(
                "Each of %,d subscribers has %,d events, and heartbeats with hash %s; %.0f bytes an event, of the bare server %.0f"
                        .formatted(
                                subscribers,
                                sum.count(),
                                sum.hash(),
                                bytesAnEvent(ofProduct),
                                bytesAnEvent(ofBare)));
    }

    private static double bytesAnEvent(Subscribers subscribers) {
        EventFrames.Received received = subscribers.received().getFirst();
        return (double) received.eventBytes() / received.events();
    }

    private MeasuredProcess bareServer(int port) throws Exception {
        return MeasuredProcess.start(
                List.of(
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareStreamServer.class.getName(),
                        Integer.toString(port)),
                Map.of(),
                dir.resolve("bare-stream-server.log"));
    }
}
