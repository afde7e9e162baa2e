package org.companytimeline.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.companytimeline.benchmarks.Workload.Posting;
import org.companytimeline.local.KafkaBroker;
import org.companytimeline.local.Tokens;

/// Acknowledged events per second through `POST /events`, beside a bare producer that sends the
/// same bytes and a bare HTTP server in front of one.
final class IngestBenchmark {

    private static final int CONNECTIONS = 64;
    private static final int STREAMS = 4;
    private static final int WARM_UPS = 2;
    private static final int COMPANIES = 1_000;
    private static final String LOG = "company-events";
    private static final String BARE = "bare-events";

    private final Path dir;
    private final int rounds;
    private final int events;
    private final Service.Options options;
    private final ProcessorTime processorTime;
    private int workloads;

    IngestBenchmark(Path dir, int rounds, int events, Service.Options options) {
        this.dir = dir;
        this.rounds = rounds;
        this.events = events;
        processorTime = new ProcessorTime(rounds);
        this.options = options;
    }

    void run() throws Exception {
        Tokens tokens = Tokens.open(dir.resolve("tokens"));
        try (KafkaBroker broker = KafkaBroker.start(dir.resolve("kafka"), 0)) {
            Topics topics = new Topics(broker.bootstrapServers());
            topics.create(LOG);
            topics.create(BARE);
            int barePort = Service.freePort();
            try (Service ingest =
                            Service.start(
                                    "ingest-service",
                                    Map.of(
                                            "KAFKA_BOOTSTRAP_SERVERS",
                                            broker.bootstrapServers(),
                                            "COMPANY_TIMELINE_TOPIC",
                                            LOG),
                                    tokens,
                                    dir,
                                    options);
                    MeasuredProcess bare = bareServer(barePort, broker);
                    BareProducer producer = new BareProducer(broker.bootstrapServers());
                    Poster streams = new Poster(ingest.port(), tokens.publisher(), STREAMS);
                    Poster single = new Poster(ingest.port(), tokens.publisher(), CONNECTIONS);
                    Poster bareSingle = new Poster(barePort, tokens.publisher(), CONNECTIONS)) {
                bare.awaitLine("ready", Duration.ofMinutes(1));
                List<Contender> contenders =
                        List.of(
                                new Contender(
                                        "bare producer",
                                        () ->
                                                producer.sendAll(
                                                        LogRecords.of(postings(events), BARE))),
                                contender(
                                        "POST /events, NDJSON, " + STREAMS + " streams",
                                        ingest.process(),
                                        events,
                                        streams::postStreams),
                                contender(
                                        "bare HTTP server and producer, "
                                                + CONNECTIONS
                                                + " connections",
                                        bare,
                                        events / 2,
                                        bareSingle::postEach),
                                contender(
                                        "POST /events, an event a request, "
                                                + CONNECTIONS
                                                + " connections",
                                        ingest.process(),
                                        events / 2,
                                        single::postEach));
                List<Figures> figures = new Contest(contenders, WARM_UPS, rounds).run();
                Progress.result(
                        Table.ofRatios(
                                "acknowledged events", "events/s", figures, figures.getFirst()));
                Progress.result(processorTime.table());
            }
        }
    }

    private interface Posts {
        double perSecond(List<Posting> postings) throws Exception;
    }

    private Contender contender(String name, MeasuredProcess process, int count, Posts posts) {
        return new Contender(
                name,
                () -> {
                    List<Posting> postings = postings(count);
                    return processorTime.of(
                            name, process.pid(), count, () -> posts.perSecond(postings));
                });
    }

    private List<Posting> postings(int count) {
        return new Workload("i" + workloads++, COMPANIES, count).postings();
    }

    private MeasuredProcess bareServer(int port, KafkaBroker broker) throws Exception {
        return MeasuredProcess.start(
                List.of(
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        broker.bootstrapServers(),
                        BARE),
                Map.of(),
                dir.resolve("bare-server.log"));
    }
}
