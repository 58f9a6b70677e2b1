package io.deskhand.protocol;

/** The body of POST /auth/refresh. */
public record RefreshRequest(String refreshToken) {}
