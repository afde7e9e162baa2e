package org.companytimeline.timeline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.IntStream;

/// Problems for what is refused before a resource is found.
@ApplicationScoped
class FrameworkErrors {

    private final ObjectMapper json;

    FrameworkErrors(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        IntStream.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 500)
                .forEach(status -> router.errorHandler(status, call -> answer(call, status)));
    }

    private void answer(RoutingContext call, int status) {
        HttpServerResponse response = call.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        try {
            String body = json.writeValueAsString(Problem.of(status, Problems.detail(status)));
            response.setStatusCode(status)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Cache-Control", "no-store")
                    .end(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not write a problem as JSON", e);
        }
    }
}
