package io.deskhand.protocol;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * What a macro did, or would do.
 *
 * @param ticket as it is after it
 * @param message the reply; null where the macro has none
 */
public record MacroApplied(Ticket ticket, @Nullable Message message) {}
