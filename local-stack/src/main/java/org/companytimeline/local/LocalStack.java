package org.companytimeline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Kafka, PostgreSQL and the three services as processes of this machine, on one data directory.
///
/// Only one stack at a time runs on a data directory. All ports are on the loopback interface. Safe
/// for use by several threads: [#close] may be called while [#start] is under way, as a shutdown
/// hook does.
public final class LocalStack implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final StackSettings settings;
    private final ProcessTable table;
    private final List<ChildProcess> processes = new ArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean closing;
    private @Nullable DataLock lock;

    public LocalStack(StackSettings settings) {
        this.settings = settings;
        this.table = new ProcessTable(settings.data().resolve("processes"));
    }

    /// Starts all parts and returns when all are ready. Tells `progress` a line about each step.
    ///
    /// What an earlier run left behind on the data directory is stopped first.
    ///
    /// @throws LocalStackException if that fails; nothing is left running then
    public void start(Consumer<String> progress) {
        try {
            takeData(progress);
            requireFreePorts();
            var tokens = Tokens.open(settings.tokens());
            startParts(tokens, progress);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Whether [#close] was called, also if it is still at work.
    public synchronized boolean isClosed() {
        return closing;
    }

    /// Waits until a part ends that nobody stopped, and says which; empty once the stack is being
    /// closed.
    public Optional<EndedPart> awaitEnd() {
        var parts = parts();
        var ends = parts.stream().map(ChildProcess::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.anyOf(CompletableFuture.anyOf(ends), closed).join();
        synchronized (this) {
            return closing
                    ? Optional.empty()
                    : parts.stream()
                            .filter(part -> !part.isAlive())
                            .findFirst()
                            .map(part -> new EndedPart(part.name(), part.exitCode(), part.log()));
        }
    }

    /// Stops the services, then Kafka, then PostgreSQL; what doesn't stop in order within 20 s is
    /// killed.
    ///
    /// Returns when all have ended, to a second caller too.
    @Override
    public void close() {
        var isFirst = false;
        synchronized (this) {
            isFirst = !closing;
            closing = true;
        }
        if (!isFirst) {
            closed.join();
            return;
        }
        try {
            stop(process -> Part.isService(process.name()));
            stop(process -> process.name().equals(Part.KAFKA.title()));
            stop(_ -> true);
            release();
        } finally {
            closed.complete(null);
        }
    }

    private synchronized void takeData(Consumer<String> progress) {
        PrivateFiles.directory(settings.data());
        PrivateFiles.directory(settings.logs());
        lock = DataLock.take(settings.data());
        table.stopLeftovers(progress);
    }

    private void requireFreePorts() {
        var taken =
                Arrays.stream(Part.values())
                        .filter(part -> !Ports.isFree(settings.port(part)))
                        .map(part -> "%d (%s)".formatted(settings.port(part), part.title()))
                        .toList();
        if (!taken.isEmpty()) {
            throw new LocalStackException(
                    "%s %s taken: stop what listens there, or choose other ports with --base-port"
                            .formatted(
                                    (taken.size() == 1 ? "Port " : "Ports ")
                                            + String.join(", ", taken),
                                    taken.size() == 1 ? "is" : "are"));
        }
    }

    private void startParts(Tokens tokens, Consumer<String> progress) {
        progress.accept("Starting Kafka and PostgreSQL");
        var kafka = inParallel(() -> startKafka(progress));
        var postgres = inParallel(() -> startPostgres(progress));
        await(List.of(kafka, postgres));
        progress.accept("Starting ingest-service, timeline-service and query-service");
        var environment = new ServiceEnvironment(settings, tokens, postgres.join());
        await(
                Arrays.stream(Part.values())
                        .filter(Part::isService)
                        .map(part -> inParallel(() -> startService(part, environment, progress)))
                        .toList());
    }

    private KafkaBroker startKafka(Consumer<String> progress) {
        var kafka =
                KafkaBroker.start(
                        settings.data().resolve(Part.KAFKA.fileName()),
                        settings.port(Part.KAFKA),
                        log(Part.KAFKA),
                        this::add);
        progress.accept("Kafka is ready");
        return kafka;
    }

    private PostgresDatabase startPostgres(Consumer<String> progress) {
        var postgres =
                PostgresDatabase.start(
                        settings.data().resolve(Part.POSTGRESQL.fileName()),
                        settings.port(Part.POSTGRESQL),
                        log(Part.POSTGRESQL),
                        this::add);
        progress.accept("PostgreSQL is ready");
        return postgres;
    }

    private ServiceProcess startService(
            Part part, ServiceEnvironment environment, Consumer<String> progress) {
        var service =
                ServiceProcess.start(
                        part,
                        settings.port(part),
                        settings.repository(),
                        environment.of(part),
                        log(part),
                        this::add);
        service.awaitReady();
        progress.accept(part.title() + " is ready");
        return service;
    }

    /// Takes up a process that was just started. Refused once the stack is being closed.
    private void add(ChildProcess process) {
        synchronized (this) {
            if (closing) {
                throw new LocalStackException(
                        "Did not start %s: the stack is being stopped".formatted(process.name()));
            }
            processes.add(process);
        }
        table.add(process);
    }

    private synchronized List<ChildProcess> parts() {
        return processes.stream().filter(process -> Part.isTitle(process.name())).toList();
    }

    private void stop(Predicate<ChildProcess> which) {
        List<ChildProcess> stopped;
        synchronized (this) {
            stopped = processes.stream().filter(which).toList();
        }
        await(
                stopped.stream()
                        .map(process ->
                                inParallel(() -> {
                                    process.stop(STOP_LIMIT);
                                    return process;
                                }))
                        .toList());
    }

    private synchronized void release() {
        if (lock != null) {
            table.clear();
            lock.close();
        }
    }

    private Path log(Part part) {
        return settings.logs().resolve(part.fileName() + ".log");
    }

    private static <T> CompletableFuture<T> inParallel(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().daemon().start(task));
    }

    /// Waits for all of `work`, but throws the first fault as soon as there is one.
    private static void await(List<? extends CompletableFuture<?>> work) {
        var firstFault = new CompletableFuture<Void>();
        var watched =
                work.stream()
                        .map(each ->
                                each.whenComplete((_, fault) -> {
                                    if (fault != null) {
                                        firstFault.completeExceptionally(fault);
                                    }
                                }))
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(firstFault, CompletableFuture.allOf(watched)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalStackException fault
                    ? fault
                    : new LocalStackException("A part of the stack failed: " + e.getCause(), e);
        }
    }
}
