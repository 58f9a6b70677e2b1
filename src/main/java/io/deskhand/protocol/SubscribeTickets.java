package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The data of {@code subscribe_tickets}: the session's cursor, or null for the current head. Events
 * flow after it is answered with {@code ready}; changes after {@code since} that are already past
 * are to be pulled.
 */
public record SubscribeTickets(@Nullable Long since) {}
