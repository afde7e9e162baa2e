package org.companytimeline.query.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Serves scripts and styles. Their names hold a hash of what is in them, so browsers keep them for
/// ever; each is compressed once, so that no other answer and no stream has to do with compression.
@ApplicationScoped
class Bundles {

    private static final String FOLDER = "/static/bundle/";
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,100}\\.(js|css)");
    private static final Pattern GZIP =
            Pattern.compile("\\s*gzip\\s*(;\\s*q\\s*=\\s*(1(\\.0*)?|0\\.0*[1-9]\\d*))?\\s*");
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    /// Before the framework's own files.
    private static final int EARLY = 1;

    private record Bundled(String mediaType, Buffer plain, Buffer compressed) {}

    /// Only those that exist, which are few.
    private final Map<String, Bundled> read = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        router.get(FOLDER + "*").order(EARLY).handler(this::answer);
    }

    private void answer(RoutingContext call) {
        Optional<Bundled> bundled = find(call.normalizedPath().substring(FOLDER.length()));
        if (bundled.isEmpty()) {
            call.next();
            return;
        }
        HttpServerResponse response =
                call.response()
                        .putHeader("Content-Type", bundled.get().mediaType())
                        .putHeader("Cache-Control", "public, max-age=31536000, immutable")
                        .putHeader("Vary", "Accept-Encoding");
        if (takesGzip(call.request().getHeader("Accept-Encoding"))) {
            response.putHeader("Content-Encoding", "gzip").end(bundled.get().compressed());
        } else {
            response.end(bundled.get().plain());
        }
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(",", -1))
                        .anyMatch(coding -> GZIP.matcher(coding).matches());
    }

    private Optional<Bundled> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Bundled known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Bundled> found = bundled(name);
        found.ifPresent(bundled -> read.put(name, bundled));
        return found;
    }

    private static Optional<Bundled> bundled(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream("META-INF/resources" + FOLDER + name)) {
            if (file == null) {
                return Optional.empty();
            }
            byte[] bytes = file.readAllBytes();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(bytes);
            }
            return Optional.of(
                    new Bundled(
                            name.endsWith(".js") ? SCRIPT : STYLE,
                            Buffer.buffer(bytes),
                            Buffer.buffer(compressed.toByteArray())));
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + name, failure);
        }
    }
}
