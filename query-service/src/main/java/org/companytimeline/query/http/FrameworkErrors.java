package org.companytimeline.query.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.IntStream;

/// Problems for what is refused before a resource is found.
@ApplicationScoped
class FrameworkErrors {

    /// Before any other handler.
    private static final int FIRST = Integer.MIN_VALUE;

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(FrameworkErrors::checkAddress);
        IntStream.of(400, 404, 405, 406, 413, 414, 415, 500)
                .forEach(status ->
                        router.errorHandler(
                                status,
                                call ->
                                        answer(
                                                call,
                                                Problem.of(
                                                        status, ProblemMappers.detail(status)))));
    }

    /// Others would replace what they cannot decode.
    private static void checkAddress(RoutingContext call) {
        if (PercentEncoding.isUtf8(call.request().uri())) {
            call.next();
        } else {
            answer(
                    call,
                    Problem.of(
                            400,
                            "The address is not percent-encoded UTF-8, so it cannot be read."));
        }
    }

    private static void answer(RoutingContext call, Problem problem) {
        if (call.response().ended() || call.response().headWritten()) {
            return;
        }
        call.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(problem.json()));
    }
}
