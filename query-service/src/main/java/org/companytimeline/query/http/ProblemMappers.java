package org.companytimeline.query.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Problems for what the framework refuses and for faults.
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        Problem problem = Problem.of(status, detail(status));
        if (status == 405) {
            problem.header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
        }
        return problem.response();
    }

    @ServerExceptionMapper
    Response unavailable(ReadModelUnavailable unavailable) {
        return Reads.unavailable(unavailable);
    }

    @ServerExceptionMapper
    Response fault(Throwable fault) {
        LOG.error("A request failed", fault);
        return Problem.of(500, detail(500)).response();
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this path; GET / lists what there is.";
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
