package org.companytimeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensIT {
    @TempDir Path dir;

    @Test
    void the_publisher_may_write_and_read() throws Exception {
        var tokens = Tokens.open(dir);

        var claims = verified(tokens, tokens.publisher());

        assertThat(claims.getSubject()).isEqualTo("urn:company-timeline:publisher:local");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("events:write timelines:read");
    }

    @Test
    void the_operator_may_operate_too() throws Exception {
        var tokens = Tokens.open(dir);

        var claims = verified(tokens, tokens.operator());

        assertThat(claims.getSubject()).isEqualTo("urn:company-timeline:operator:local");
        assertThat(claims.getStringClaimValue("scope"))
                .isEqualTo("events:write timelines:read operate");
    }

    @Test
    void a_token_of_an_earlier_start_still_holds() throws Exception {
        var earlier = Tokens.open(dir).publisher();

        var reopened = Tokens.open(dir);

        assertThat(verified(reopened, earlier).getSubject()).isEqualTo(Tokens.PUBLISHER);
    }

    @Test
    void a_token_can_be_minted_that_has_expired() {
        var tokens = Tokens.open(dir);

        var token = tokens.mint("urn:test", List.of("events:write"), Duration.ofMinutes(-5));

        assertThatThrownBy(() -> verified(tokens, token))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining("no longer valid");
    }

    @Test
    void the_key_set_holds_no_private_part_and_all_else_is_readable_by_its_owner_alone()
            throws Exception {
        var tokens = Tokens.open(dir);

        var jwks = Files.readString(tokens.jwks());

        assertThat(jwks).contains("\"n\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(Files.getPosixFilePermissions(dir))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (var file : List.of("private-key.jwk", "publisher.jwt", "operator.jwt")) {
            assertThat(Files.getPosixFilePermissions(dir.resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static JwtClaims verified(Tokens tokens, String token) throws Exception {
        var keys = new JsonWebKeySet(Files.readString(tokens.jwks())).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setExpectedIssuer("urn:company-timeline:local")
                .setRequireExpirationTime()
                .setRequireSubject()
                .build()
                .processToClaims(token);
    }
}
