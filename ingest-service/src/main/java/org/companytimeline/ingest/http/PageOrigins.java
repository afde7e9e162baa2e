package org.companytimeline.ingest.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.companytimeline.ingest.IngestConfig;

/// Lets the page, which query-service serves, call this service from a browser (CORS), and nothing
/// else that a browser shows: the answer to another origin has no header that would let it read,
/// and its preflight gets 403. What comes from no browser has no `Origin` and is left alone. Never
/// with credentials of the browser's own: who posts shows a token.
@ApplicationScoped
class PageOrigins {

    /// Before all that answers, so that problems can be read by the page too.
    private static final int PRIORITY = 1_000;

    private static final String METHODS = "GET, POST";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key";
    private static final String RESPONSE_HEADERS = "Location, Retry-After, Timeline-Position";
    private static final String PREFLIGHT_SECONDS = "600";

    private static final Problem FOREIGN =
            Problem.of(
                    403,
                    "Browsers may call from the page's own origin only: the setting"
                            + " company-timeline.ingest.page-origins holds it.");

    private final Set<String> origins;

    @Inject
    PageOrigins(IngestConfig config) {
        this.origins = Set.copyOf(config.ingest().pageOrigins());
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext call) {
        String origin = call.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            call.next();
            return;
        }
        call.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        boolean isPage = origins.contains(origin);
        if (isPage) {
            call.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        if (isPreflight(call.request())) {
            preflight(call.response(), isPage);
            return;
        }
        if (isPage) {
            call.response().putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        }
        call.next();
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static void preflight(HttpServerResponse response, boolean isPage) {
        if (isPage) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS)
                    .setStatusCode(204)
                    .end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .setStatusCode(403)
                    .end(Buffer.buffer(AnswerJson.problem(FOREIGN)));
        }
    }
}
