package org.companytimeline.query.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.companytimeline.query.QueryConfig;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who may read: anybody, or tokens with a scope.
@ApplicationScoped
class ReadingGate {

    static final String SCOPE = "timelines:read";

    private final boolean open;
    private final CurrentIdentityAssociation identities;

    ReadingGate(QueryConfig config, CurrentIdentityAssociation identities) {
        open = config.reading().open();
        this.identities = identities;
    }

    /// Whether answers are the same for everybody.
    boolean isOpen() {
        return open;
    }

    /// Why this request may not read; empty if it may.
    Optional<Problem> refusal() {
        if (open) {
            return Optional.empty();
        }
        try {
            SecurityIdentity identity = identities.getDeferredIdentity().await().indefinitely();
            if (identity.isAnonymous()) {
                return Optional.of(
                        Problem.of(
                                        401,
                                        "Reading needs a token: send Authorization: Bearer and a token with scope %s."
                                                .formatted(SCOPE))
                                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
            }
            if (!identity.hasRole(SCOPE)) {
                return Optional.of(
                        Problem.of(403, "The token has no scope %s.".formatted(SCOPE))
                                .header(
                                        HttpHeaders.WWW_AUTHENTICATE,
                                        "Bearer error=\"insufficient_scope\", scope=\""
                                                + SCOPE
                                                + '"'));
            }
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            return Optional.of(
                    Problem.of(
                                    401,
                                    "The token is not valid: it may have expired, or be another"
                                            + " issuer's.")
                            .header(
                                    HttpHeaders.WWW_AUTHENTICATE,
                                    "Bearer error=\"invalid_token\""));
        }
    }

    /// How long the token of this request is still valid; empty for ever, where reading is open.
    Optional<Duration> openFor() {
        if (open) {
            return Optional.empty();
        }
        return identities.getIdentity().getPrincipal() instanceof JsonWebToken token
                ? Optional.of(
                        Duration.between(
                                Instant.now(), Instant.ofEpochSecond(token.getExpirationTime())))
                : Optional.empty();
    }
}
