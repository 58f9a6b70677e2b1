package io.deskhand.protocol;

import io.deskhand.model.Role;
import java.util.UUID;

/** The data of {@code typing_indicator}. */
public record Typing(UUID ticketId, UUID personId, String name, Role role, boolean typing) {}
