package org.companytimeline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One stack with the sample, for all tests that leave it running; stopped after the last of them.
final class SharedStack implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningStack.class;
    }

    @Override
    public RunningStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedStack.class))
                .computeIfAbsent("stack", key -> new WithFolder(), WithFolder.class)
                .stack;
    }

    private static final class WithFolder implements AutoCloseable {

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

        @Override
        public void close() throws IOException {
            stack.close();
            List<Path> files;
            try (var walk = Files.walk(folder)) {
                files = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
