package io.deskhand.sync;

import io.deskhand.model.Ticket;

/**
 * A ticket as the queue shows it: confirmed state with the outbox replayed over it.
 *
 * @param ticket its description may be left out
 * @param unread whether the other side has written something that this person has not seen
 * @param pending whether something in it is not confirmed yet
 * @param attention whether an intent for it was refused or is held, and waits for a look
 */
public record TicketRow(Ticket ticket, boolean unread, boolean pending, boolean attention) {}
