package org.companytimeline.query.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.companytimeline.query.QueryConfig;

/// Answers with the shell of a page. It holds nothing that was recorded, so it is served to
/// everybody, also where reading is closed.
@ApplicationScoped
class Shells {

    /// JSON is preferred by those who take both alike.
    static final String MEDIA_TYPE = "text/html;charset=UTF-8;qs=0.5";

    private final String ingest;
    private final String policy;

    Shells(QueryConfig config) {
        ingest = config.ingestUrl().toString().replaceAll("/+$", "");
        policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self' "
                        + config.ingestUrl().resolve("/").toString().replaceAll("/$", "")
                        + "; manifest-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'";
    }

    Response page(String name, UriInfo uri, HttpHeaders headers) {
        return page(Response.Status.OK, name, uri, headers);
    }

    Response page(Response.Status status, String name, UriInfo uri, HttpHeaders headers) {
        return Response.status(status)
                .entity(Page.shell(name, Taste.of(uri, headers), ingest).render())
                .header(HttpHeaders.VARY, "Accept, Accept-Language, Cookie")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "same-origin")
                .build();
    }
}
