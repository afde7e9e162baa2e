package org.companytimeline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One stack with the sample, for all tests that leave it running.
///
/// It belongs to the JVM and is stopped when that ends: where several test at a time each class is
/// a run of JUnit of its own, and nothing that JUnit keeps outlives one.
final class SharedStack implements ParameterResolver {

    private static @Nullable WithFolder shared;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningStack.class;
    }

    @Override
    public RunningStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared().stack;
    }

    private static synchronized WithFolder shared() {
        WithFolder known = shared;
        if (known == null) {
            known = new WithFolder();
            Runtime.getRuntime().addShutdownHook(new Thread(known::close, "stop the shared stack"));
            shared = known;
        }
        return known;
    }

    private static final class WithFolder {

        private final Path folder;
        private final RunningStack stack;

        WithFolder() {
            try {
                folder = Files.createTempDirectory("shared-stack");
            } catch (IOException failure) {
                throw new IllegalStateException("making a folder for the stack", failure);
            }
            stack = RunningStack.up(folder.resolve("data"), "--sample");
            // The timeline that it shows in the end, with all of the sample applied.
            Awaitility.await("the sample to be served")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> stack.printed().contains("Mistral AI (mistral-ai)"));
        }

        void close() {
            stack.close();
            try (var walk = Files.walk(folder)) {
                for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException failure) {
                throw new IllegalStateException("deleting the stack's folder", failure);
            }
        }
    }
}
