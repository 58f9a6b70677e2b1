package io.deskhand.server.store;

import java.time.Instant;
import java.util.UUID;

/** A place in a ticket's conversation or history, which are in order of time and then id. */
public record Position(Instant at, UUID id) {}
