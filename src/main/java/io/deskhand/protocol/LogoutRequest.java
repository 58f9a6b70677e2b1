package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The body of POST /auth/logout.
 *
 * @param everywhere whether every other session of the same person ends too; null is no
 */
public record LogoutRequest(String refreshToken, @Nullable Boolean everywhere) {}
