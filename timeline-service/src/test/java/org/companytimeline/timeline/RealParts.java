package org.companytimeline.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.companytimeline.local.KafkaBroker;
import org.companytimeline.local.PostgresDatabase;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One real broker and one real database for all tests of a run; each test has a topic and a schema
/// of its own.
public final class RealParts implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final KafkaBroker broker;
    private final PostgresDatabase database;

    private RealParts() {
        Path dir = directory();
        this.broker = KafkaBroker.start(dir.resolve("kafka"), 0);
        this.database = PostgresDatabase.start(dir.resolve("postgresql"), 0);
    }

    /// A new directory for parts that a test starts itself.
    public static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "it");
        } catch (IOException e) {
            throw new UncheckedIOException("making a directory", e);
        }
    }

    /// A log of its own, its topic not made yet.
    public TestLog log() {
        return new TestLog(broker.bootstrapServers(), "events-" + NUMBER.incrementAndGet());
    }

    /// A read model of its own, its tables not made yet.
    public TestReadModel readModel() {
        return TestReadModel.in(database, "s" + NUMBER.incrementAndGet());
    }

    public KafkaBroker broker() {
        return broker;
    }

    public PostgresDatabase database() {
        return database;
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }

    /// Gives tests the parts as a parameter.
    public static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
            return parameter.getParameter().getType() == RealParts.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
            return extension
                    .getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RealParts.class, _ -> new RealParts(), RealParts.class);
        }
    }
}
