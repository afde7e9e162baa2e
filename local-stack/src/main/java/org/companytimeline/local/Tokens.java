package org.companytimeline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/// The key pair of a local stack and the bearer tokens (JWT, RS256) signed with it.
///
/// All of it lies in one directory that only its owner can read: `private-key.jwk`, `jwks.json`
/// (the public key, for the services), `publisher.jwt` and `operator.jwt`. The key is made once;
/// the two tokens are signed anew each time the directory is opened and hold for [#VALID_FOR].
public final class Tokens {
    public static final String ISSUER = "urn:company-timeline:local";
    public static final String PUBLISHER = "urn:company-timeline:publisher:local";
    public static final String OPERATOR = "urn:company-timeline:operator:local";

    /// How long the tokens in the files hold.
    public static final Duration VALID_FOR = Duration.ofDays(365);

    private static final int KEY_BITS = 2048;

    private final Path dir;
    private final PublicJsonWebKey key;

    private Tokens(Path dir, PublicJsonWebKey key) {
        this.dir = dir;
        this.key = key;
    }

    /// Takes the key pair in `dir`, or makes one, and writes the JWKS file and the two token files.
    public static Tokens open(Path dir) {
        var directory = PrivateFiles.directory(dir.toAbsolutePath());
        var privateKeyFile = directory.resolve("private-key.jwk");
        var tokens =
                new Tokens(
                        directory,
                        Files.exists(privateKeyFile) ? read(privateKeyFile) : make(privateKeyFile));
        PrivateFiles.writePublic(
                tokens.jwks(),
                new JsonWebKeySet(tokens.key).toJson(OutputControlLevel.PUBLIC_ONLY));
        PrivateFiles.write(
                tokens.publisherFile(),
                tokens.mint(PUBLISHER, List.of("events:write", "timelines:read"), VALID_FOR));
        PrivateFiles.write(
                tokens.operatorFile(),
                tokens.mint(
                        OPERATOR, List.of("events:write", "timelines:read", "operate"), VALID_FOR));
        return tokens;
    }

    /// The file with the public key as a JSON Web Key Set.
    public Path jwks() {
        return dir.resolve("jwks.json");
    }

    public String issuer() {
        return ISSUER;
    }

    public Path publisherFile() {
        return dir.resolve("publisher.jwt");
    }

    public Path operatorFile() {
        return dir.resolve("operator.jwt");
    }

    /// A token with the scopes `events:write timelines:read`.
    public String publisher() {
        return PrivateFiles.read(publisherFile());
    }

    /// A token with the scopes `events:write timelines:read operate`.
    public String operator() {
        return PrivateFiles.read(operatorFile());
    }

    /// Signs a token of this stack's issuer for `subject`, which expires `validFor` from now: one
    /// that has expired if that is negative.
    public String mint(String subject, Collection<String> scopes, Duration validFor) {
        var now = Instant.now();
        var expiry = now.plus(validFor);
        var issued = expiry.isBefore(now) ? expiry.minusSeconds(1) : now;
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(subject);
        claims.setIssuedAt(NumericDate.fromSeconds(issued.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringClaim("scope", String.join(" ", scopes));
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new LocalStackException("Could not sign a token for " + subject, e);
        }
    }

    private static PublicJsonWebKey read(Path file) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(PrivateFiles.read(file));
        } catch (JoseException e) {
            throw new LocalStackException("The private key in %s is unreadable".formatted(file), e);
        }
    }

    private static PublicJsonWebKey make(Path file) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            var pair = generator.generateKeyPair();
            var key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
            key.setPrivateKey(pair.getPrivate());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            PrivateFiles.write(file, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            return key;
        } catch (NoSuchAlgorithmException | JoseException e) {
            throw new LocalStackException("Could not make a key pair in " + file, e);
        }
    }
}
