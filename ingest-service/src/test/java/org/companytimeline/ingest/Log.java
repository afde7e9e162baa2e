package org.companytimeline.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.companytimeline.local.Tokens;
import org.jspecify.annotations.Nullable;

/// Starts a broker for the service under test and makes tokens it accepts.
public final class Log implements QuarkusTestResourceLifecycleManager {

    private @Nullable LogUnderTest log;
    private @Nullable Tokens tokens;

    @Override
    public Map<String, String> start() {
        Path dir = directory();
        log = new LogUnderTest(dir.resolve("kafka"));
        tokens = Tokens.open(dir.resolve("tokens"));
        return Map.of(
                "quarkus.http.test-port", "0",
                "kafka.bootstrap.servers", log.bootstrapServers(),
                "mp.jwt.verify.publickey.location", tokens.jwks().toString(),
                "mp.jwt.verify.issuer", tokens.issuer(),
                "company-timeline.query-url", "https://timeline.example.org");
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "log");
        } catch (IOException e) {
            throw new UncheckedIOException("could not make a directory for the broker", e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(log, new TestInjector.MatchesType(LogUnderTest.class));
        if (tokens != null) {
            injector.injectIntoFields(new Posts(tokens), new TestInjector.MatchesType(Posts.class));
        }
    }

    @Override
    public void stop() {
        if (log != null) {
            log.close();
        }
    }
}
