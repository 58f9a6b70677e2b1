package io.deskhand.protocol;

import io.deskhand.model.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/tickets. */
public record TicketPage(List<Ticket> tickets, long total, @Nullable String nextCursor) {}
