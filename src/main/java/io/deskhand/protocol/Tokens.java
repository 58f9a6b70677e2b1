package io.deskhand.protocol;

import io.deskhand.model.Me;

/**
 * The answer of POST /auth/login and /auth/refresh; {@code expiresIn} is the access token's life in
 * seconds, at most 600.
 */
public record Tokens(String accessToken, String refreshToken, long expiresIn, Me me) {}
