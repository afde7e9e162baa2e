package org.companytimeline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The processes that were started on a data directory, kept in the file `processes` beside the
/// data: what a killed supervisor left running is found there by the next one.
///
/// A line per process: name, process id, start in milliseconds, stop signal, with tabs between.
/// Safe for use by several threads.
final class ProcessTable implements StartedProcesses {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final Path file;
    private final Duration stopLimit;
    private final List<ProcessRecord> records = new ArrayList<>();

    ProcessTable(Path file) {
        this(file, STOP_LIMIT);
    }

    /// @param stopLimit how long what was left running may take to stop before it is killed
    ProcessTable(Path file, Duration stopLimit) {
        this.file = file;
        this.stopLimit = stopLimit;
    }

    /// Stops what the file names and still runs, the last started first, and tells `progress` about
    /// each.
    synchronized void stopLeftovers(Consumer<String> progress) {
        if (Files.exists(file)) {
            for (var record :
                    PrivateFiles.read(file)
                            .lines()
                            .flatMap(line -> ProcessRecord.parse(line).stream())
                            .toList()
                            .reversed()) {
                record.live()
                        .ifPresent(process -> {
                            progress.accept(
                                    "An earlier run left %s running (process %d): stopping it"
                                            .formatted(record.name(), record.pid()));
                            stop(record, process);
                        });
            }
        }
        clear();
    }

    @Override
    public synchronized void add(ChildProcess process) {
        records.add(ProcessRecord.of(process));
        PrivateFiles.write(
                file,
                records.stream().map(record -> record.line() + "\n").collect(Collectors.joining()));
    }

    /// Forgets all: they have ended.
    synchronized void clear() {
        records.clear();
        PrivateFiles.delete(file);
    }

    private void stop(ProcessRecord record, ProcessHandle process) {
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        record.stopSignal().send(process);
        if (!Processes.endsWithin(process, stopLimit)) {
            process.destroyForcibly();
        }
        for (var each : all) {
            each.destroyForcibly();
            Processes.awaitEnd(each, KILL_LIMIT);
        }
    }
}
