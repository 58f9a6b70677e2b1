package io.deskhand.protocol;

/** The body of POST /auth/refresh and /auth/logout. */
public record RefreshRequest(String refreshToken) {}
