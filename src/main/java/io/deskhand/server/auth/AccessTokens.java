package io.deskhand.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes and checks access tokens: JWTs under HS256, good for ten minutes. Thread-safe. */
final class AccessTokens {
  static final Duration LIFE = Duration.ofMinutes(10);
  private static final String FAMILY = "sid";
  private static final String ISSUER = "deskhand";
  private final JWSSigner signer;
  private final JWSVerifier verifier;
  private final Clock clock;

  /** Tokens under {@code key}, which has 256 random bits. */
  AccessTokens(byte[] key, Clock clock) {
    try {
      this.signer = new MACSigner(key);
      this.verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("not a key for HS256", e);
    }
    this.clock = clock;
  }

  /** What a good token says; {@code family} is the sign-in that it goes back to. */
  record Claims(UUID personId, UUID family, Instant expiresAt) {}

  String issue(UUID personId, UUID family) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(personId.toString())
            .claim(FAMILY, family.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
    return token.serialize();
  }

  /**
   * Checks {@code token}.
   *
   * @throws ProblemException with {@code token_expired}, or {@code unauthenticated} if it is not
   *     ours
   */
  Claims verify(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
        throw forged();
      }
      return check(jwt.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw forged();
    }
  }

  private Claims check(JWTClaimsSet claims) throws ParseException {
    Date expires = claims.getExpirationTime();
    String family = claims.getStringClaim(FAMILY);
    if (!ISSUER.equals(claims.getIssuer())
        || expires == null
        || family == null
        || claims.getSubject() == null) {
      throw forged();
    }
    if (!clock.instant().isBefore(expires.toInstant())) {
      throw ProblemException.of(ErrorCode.TOKEN_EXPIRED, "The access token has expired");
    }
    return new Claims(
        UUID.fromString(claims.getSubject()), UUID.fromString(family), expires.toInstant());
  }

  private static ProblemException forged() {
    return ProblemException.of(ErrorCode.UNAUTHENTICATED, "The access token is not valid");
  }
}
