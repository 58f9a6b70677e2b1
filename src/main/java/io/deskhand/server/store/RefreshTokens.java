package io.deskhand.server.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The refresh tokens, known by their hashes only. */
public interface RefreshTokens {
  Optional<RefreshToken> find(String hash);

  void insert(RefreshToken token);

  /** Notes that it was exchanged. */
  void markUsed(String hash, Use use);

  /** Forgets every token that goes back to the same sign-in. */
  void revokeFamily(UUID family);

  /** Forgets every token of that person. */
  void revokeAll(UUID personId);

  /** Forgets what expired before {@code time}. */
  void forgetBefore(Instant time);

  /**
   * A token.
   *
   * @param use null until it was exchanged; after that its coming back means that it was stolen, or
   *     that the answer was lost
   */
  record RefreshToken(
      String hash, UUID family, UUID personId, Instant expiresAt, @Nullable Use use) {}

  /**
   * That a token was exchanged.
   *
   * @param successor the hash of what it was exchanged for; null if it is worth nothing by itself
   * @param key the hash of the request's idempotency key; null if it had none, and so can't come
   *     again
   */
  record Use(Instant at, @Nullable String successor, @Nullable String key) {}
}
