package io.deskhand.protocol;

import io.deskhand.model.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * What a macro would do to a ticket.
 *
 * @param body the reply with its placeholders filled in; null where the macro has none
 * @param ticket as it would be; null where the macro would be refused
 * @param problem why it would be refused; null where it would not
 */
public record MacroPreview(
    @Nullable String body, boolean internal, @Nullable Ticket ticket, @Nullable Problem problem) {}
