package org.companytimeline.timeline.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.companytimeline.timeline.project.ReadModelUnavailable;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Problems for what the framework refuses and for faults.
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String CHALLENGE = "Bearer";
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response refused(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        Response problem = Problem.of(status, detail(status)).response();
        Object allow = refused.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknownCaller() {
        return Response.fromResponse(Problem.of(401, detail(401)).response())
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return Problem.of(403, detail(403)).response();
    }

    @ServerExceptionMapper
    Response unavailable(ReadModelUnavailable unavailable) {
        LOG.warn("A request found the read model unavailable", unavailable);
        return later("The read model can't be read now.");
    }

    @ServerExceptionMapper
    Response fault(Throwable fault) {
        LOG.error("A request failed", fault);
        return Problem.of(500, detail(500)).response();
    }

    /// 503: the same request may succeed later.
    static Response later(String detail) {
        return Response.fromResponse(Problem.of(503, detail).response())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request can't be read.";
            case 401 -> "Send a valid token: Authorization: Bearer <token>.";
            case 403 -> "The token lacks the scope operate.";
            case 404 -> "There is nothing at this path; see /projection and /rejected-events.";
            case 405 -> "This path can only be read: use GET.";
            case 406 -> "This path answers application/json: send Accept: application/json.";
            case 413 -> "The body is larger than this service reads.";
            case 414 -> "The address is longer than this service reads.";
            case 415 -> "This path takes no body.";
            case 500 -> "The service failed on this request; its log tells why.";
            default -> "The request was refused.";
        };
    }
}
