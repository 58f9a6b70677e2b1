package io.deskhand.server.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The refresh tokens, known by their hashes only. */
public interface RefreshTokens {
  Optional<RefreshToken> find(String hash);

  void insert(RefreshToken token);

  /** Marks it as exchanged for its successor. */
  void markUsed(String hash);

  /** Forgets every token that goes back to the same sign-in. */
  void revokeFamily(UUID family);

  /** Forgets every token of that person. */
  void revokeAll(UUID personId);

  /** Forgets what expired before {@code time}. */
  void forgetBefore(Instant time);

  /** A token; {@code used} once it was exchanged, when its coming back means that it was stolen. */
  record RefreshToken(String hash, UUID family, UUID personId, Instant expiresAt, boolean used) {}
}
