package org.companytimeline.query.stream;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Lets the kernel take little of what nobody reads, where a test asks for it; on loopback it takes
/// megabytes otherwise.
@Singleton
class SmallSendBuffers implements HttpServerOptionsCustomizer {

    static final String PROPERTY = "test.send-buffer-bytes";

    private final OptionalInt bytes;

    SmallSendBuffers(@ConfigProperty(name = PROPERTY) OptionalInt bytes) {
        this.bytes = bytes;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        bytes.ifPresent(options::setSendBufferSize);
    }
}
