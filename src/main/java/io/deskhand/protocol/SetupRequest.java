package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/** The body of POST /auth/setup: the one-time token, and the desk's first admin. */
public record SetupRequest(
    @Nullable String token,
    @Nullable String name,
    @Nullable String email,
    @Nullable String password) {}
