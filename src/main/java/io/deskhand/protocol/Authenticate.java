package io.deskhand.protocol;

/** The data of {@code authenticate}, the first frame on every socket. */
public record Authenticate(String token) {}
