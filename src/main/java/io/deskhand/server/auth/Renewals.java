package io.deskhand.server.auth;

import java.util.Base64;

/**
 * Makes what a refresh token is exchanged for out of the request for it, so that the same request
 * gets the same token again, though only its hash is stored. Thread-safe.
 */
final class Renewals {
  /** Nothing else that is signed under the same key begins like that. */
  private static final String PURPOSE = "\0renewal\0";

  private final KeyedHash keyed;

  Renewals(KeyedHash keyed) {
    this.keyed = keyed;
  }

  /** The token after {@code refreshToken} for the request with this idempotency key. */
  String of(String refreshToken, String idempotencyKey) {
    byte[] token = keyed.of(PURPOSE + idempotencyKey + "\0" + refreshToken);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }
}
