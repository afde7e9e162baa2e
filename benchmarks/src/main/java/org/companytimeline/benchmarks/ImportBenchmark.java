package org.companytimeline.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.companytimeline.local.LocalStack;
import org.companytimeline.local.Part;
import org.companytimeline.local.StackSettings;

/// The whole Crunchbase export of 2015 through the command line into an empty local stack: how long
/// each sheet takes, whether query-service then says what the sheets say, that a second import
/// changes nothing, and how fast companies and timelines are read with all that in.
final class ImportBenchmark {

    private static final int WARM_UP_SECONDS = 15;

    private final StackSettings settings;
    private final CrunchbaseExport export;
    private final double perSecond;
    private final int seconds;

    ImportBenchmark(Path dir, CrunchbaseExport export, double perSecond, int seconds)
            throws IOException {
        settings = new StackSettings(dir.resolve("stack"), Service.freePorts(5), Path.of(""));
        this.export = export;
        this.perSecond = perSecond;
        this.seconds = seconds;
    }

    void run() throws Exception {
        try (LocalStack stack = new LocalStack(settings)) {
            stack.start(Progress::say);
            Progress.result(importAll("first import"));
            Answers answers = new Answers(settings.address(Part.QUERY));
            Answers.Recorded recorded = answers.recorded();
            Answers.Timelines timelines = answers.timelines();
            Map<String, CrunchbaseExport.Stated> stated = export.stated();
            Progress.result(
                    "%,d events about %,d companies, %,d facts%n"
                            .formatted(
                                    recorded.events(),
                                    recorded.subjects().size(),
                                    timelines.facts()));
            Progress.result(new Comparison(stated, export.raised(), timelines).table());
            forgetJournals();
            Progress.result(importAll("second import"));
            Answers.Recorded again = answers.recorded();
            Progress.result(
                    "After the second import: %,d events more, hash %s%n"
                            .formatted(
                                    again.events() - recorded.events(),
                                    again.hash().equals(recorded.hash())
                                            ? "the same"
                                            : "ANOTHER ONE"));
            ask(KnownCompanies.of(stated, timelines.idOf()));
        }
    }

    private String importAll(String title) throws IOException, InterruptedException {
        TimelineCommand command = new TimelineCommand(settings);
        StringBuilder table =
                new StringBuilder(
                        "| %s | rows | read at last after | memory of the command, at most |%n|---|---|---:|---:|%n"
                                .formatted(title));
        for (CrunchbaseExport.Sheet sheet : CrunchbaseExport.Sheet.values()) {
            TimelineCommand.Ran ran =
                    command.run(
                            "import",
                            export.path(sheet).toAbsolutePath().toString(),
                            "--mapping",
                            sheet.mapping());
            table.append(
                    "| %s | %s. %s | %.1f s | %.0f MiB |%n"
                            .formatted(
                                    sheet.mapping(),
                                    ran.line(" rows: "),
                                    ran.line("Sent in "),
                                    ran.seconds(),
                                    ran.memory().mostResidentMebibytes()));
            Progress.say("%s: %s".formatted(sheet.mapping(), ran.lines()));
        }
        return table.toString();
    }

    /// So that the next import sends every row again.
    private void forgetJournals() throws IOException {
        try (Stream<Path> files = Files.walk(settings.data().resolve("imports"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void ask(KnownCompanies companies) throws Exception {
        int count = (int) ((WARM_UP_SECONDS + seconds) * perSecond);
        ask("search", new SearchQuestions(companies).mixed(count));
        ask("timelines", new TimelineQuestions(companies).mixed(count));
    }

    private void ask(String title, List<Asked> questions) throws Exception {
        URI service = settings.address(Part.QUERY);
        int warmUp = (int) (WARM_UP_SECONDS * perSecond);
        OpenLoop.run(service, questions.subList(0, warmUp), perSecond);
        OtherLoad others = OtherLoad.from();
        OpenLoop.Outcome outcome =
                OpenLoop.run(service, questions.subList(warmUp, questions.size()), perSecond);
        Progress.say(
                "Others used %.2f cores; %d requests failed %s"
                        .formatted(
                                others.coresUsedByOthers(),
                                outcome.failures().size(),
                                outcome.failures().stream().limit(3).toList()));
        Progress.result(outcome.table(title, perSecond, seconds));
    }
}
