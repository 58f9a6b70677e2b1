package io.deskhand.protocol;

import io.deskhand.model.Agent;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event that changes something: one whole transaction, as far as this session may
 * see it. {@code prev} is the seq sent to this session before; one beyond the cursor means a gap:
 * pull. {@code seq} is the cursor afterwards; one that is not beyond it is known already. {@code
 * changes} are the rows, as GET /support/changes has them; {@code ticketId}, {@code ticket}, {@code
 * message} and {@code agent} are the one that the event is named for, for clients that keep no
 * copy.
 */
public record LiveChange(
    long prev,
    long seq,
    List<Change> changes,
    @Nullable UUID ticketId,
    @Nullable Ticket ticket,
    @Nullable Message message,
    @Nullable Agent agent) {}
