package io.deskhand.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team of agents; {@code tier} is 1 to 3, {@code agentCount} always what a recount gives. */
public record Department(
    UUID id, String name, @Nullable String description, int tier, int agentCount, long version) {}
