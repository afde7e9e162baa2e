package org.companytimeline.ingest.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.companytimeline.ingest.accept.Poster;
import org.companytimeline.ingest.accept.RequestKey;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// What a `POST /events` says before its body is read.
sealed interface PostRequest {

    /// It may go on to its body.
    ///
    /// @param key the `Idempotency-Key`, absent where there is none
    record Accepted(PostedMedia media, Poster poster, @Nullable String key, boolean dryRun)
            implements PostRequest {

        /// The key of the request's only event.
        @Nullable RequestKey requestKey() {
            return key == null ? null : new RequestKey(poster.publisher(), key, null);
        }

        /// The key of a line or entry, from 1.
        @Nullable RequestKey requestKey(long line) {
            return key == null ? null : new RequestKey(poster.publisher(), key, line);
        }
    }

    record Refused(Problem problem) implements PostRequest {}

    static PostRequest of(HttpServerRequest request, JsonWebToken token) {
        Optional<PostedMedia> media = PostedMedia.of(request.headers());
        if (media.isEmpty()) {
            return new Refused(Problem.unsupportedMediaType());
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return new Refused(
                    Problem.of(415, "Post without Content-Encoding, not as " + encoding + "."));
        }
        String publisher = token.getSubject();
        if (!isUri(publisher)) {
            return new Refused(
                    Problem.of(
                            403,
                            "The token's sub is to be the publisher's URI, such as"
                                    + " https://example.org/newsroom. Ask for another token."));
        }
        List<String> keys = request.headers().getAll("Idempotency-Key");
        if (keys.size() > 1 || (keys.size() == 1 && !RequestKey.isValid(keys.getFirst()))) {
            return new Refused(
                    Problem.of(
                            400,
                            "Give one Idempotency-Key of 1 to "
                                    + RequestKey.LENGTH_MAX
                                    + " visible ASCII characters, or none."));
        }
        return switch (dryRun(request)) {
            case null ->
                    new Refused(
                            Problem.of(
                                    400,
                                    "The only query parameter is dryRun, once, as true or"
                                            + " false."));
            case Boolean dryRun ->
                    new Accepted(
                            media.get(),
                            new Poster(publisher, token.getGroups().contains(Scopes.OPERATE)),
                            keys.isEmpty() ? null : keys.getFirst(),
                            dryRun);
        };
    }

    /// Absent where the query is not understood: a misspelt dry run must not write.
    private static @Nullable Boolean dryRun(HttpServerRequest request) {
        String query = request.query();
        return (query == null || query.isEmpty())
                ? Boolean.FALSE
                : switch (query) {
                    case "dryRun=true" -> Boolean.TRUE;
                    case "dryRun=false" -> Boolean.FALSE;
                    default -> null;
                };
    }

    private static boolean isUri(@Nullable String text) {
        try {
            return text != null && new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
