package io.deskhand.protocol;

/** The body of POST /auth/login. */
public record LoginRequest(String email, String password) {}
