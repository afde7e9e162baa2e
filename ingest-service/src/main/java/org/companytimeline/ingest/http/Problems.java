package org.companytimeline.ingest.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Makes a problem of every error that the framework finds.
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final Answers answers;

    @Inject
    Problems(Answers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException e) {
        return answers.of(
                Problem.of(
                        404,
                        "There is nothing here. POST /events, GET /event-types and GET"
                                + " /event-types/{type} are; /q/swagger-ui shows them."));
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException e, UriInfo uri) {
        String allowed = uri.getPath().equals("/events") ? "POST" : "GET, HEAD";
        return Response.fromResponse(
                        answers.of(
                                Problem.of(
                                        405, "Only " + allowed + " is for " + uri.getPath() + ".")))
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }

    @ServerExceptionMapper
    public Response notAcceptable(NotAcceptableException e) {
        return answers.of(
                Problem.of(406, "Accept application/json, and application/x-ndjson for a stream."));
    }

    @ServerExceptionMapper
    public Response notSupported(NotSupportedException e) {
        return answers.of(Problem.unsupportedMediaType());
    }

    @ServerExceptionMapper
    public Response other(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            LOG.error("a request failed", e);
        }
        return answers.of(Problem.of(status, "The request is refused: " + e.getMessage() + "."));
    }

    @ServerExceptionMapper
    public Response noToken(UnauthorizedException e) {
        return challenge(
                "Bearer",
                "Give a token: Authorization: Bearer, with the scope " + Scopes.EVENTS_WRITE + ".");
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException e) {
        return challenge(
                "Bearer error=\"invalid_token\"",
                "The token is not accepted: it is expired, of another issuer, signed with another"
                        + " key, or no token at all. Get a new one.");
    }

    @ServerExceptionMapper
    public Response noScope(ForbiddenException e) {
        return answers.of(
                Problem.of(
                        403,
                        "The token lacks the scope "
                                + Scopes.EVENTS_WRITE
                                + ". Get one that has it."));
    }

    @ServerExceptionMapper
    public Response fault(Throwable e) {
        LOG.error("a request failed", e);
        return answers.of(Problem.of(500, "The service failed. Try again, and tell its operator."));
    }

    private Response challenge(String scheme, String detail) {
        return Response.fromResponse(answers.of(Problem.of(401, detail)))
                .header(HttpHeaders.WWW_AUTHENTICATE, scheme)
                .build();
    }
}
