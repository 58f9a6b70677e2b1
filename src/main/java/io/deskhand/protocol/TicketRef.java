package io.deskhand.protocol;

import java.util.UUID;

/**
 * The data of {@code join_ticket_room}, {@code leave_ticket_room}, {@code typing_start} and {@code
 * typing_stop}.
 */
public record TicketRef(UUID ticketId) {}
