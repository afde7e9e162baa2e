package org.companytimeline.query.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.IntStream;

/// Problems for what is refused before a resource is found.
@ApplicationScoped
class FrameworkErrors {

    void register(@Observes Router router) {
        IntStream.of(400, 404, 405, 406, 413, 414, 415, 500)
                .forEach(status -> router.errorHandler(status, call -> answer(call, status)));
    }

    private static void answer(RoutingContext call, int status) {
        if (call.response().ended() || call.response().headWritten()) {
            return;
        }
        Problem problem = Problem.of(status, ProblemMappers.detail(status));
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(io.vertx.core.buffer.Buffer.buffer(problem.json()));
    }
}
