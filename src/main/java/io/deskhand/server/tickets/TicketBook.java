package io.deskhand.server.tickets;

import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.Tx;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Problems;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tickets inside one transaction of one person: finds those that the person may see, and saves
 * a change with all that goes with it (version, load, history, event).
 */
public final class TicketBook {
  private final Tx tx;
  private final Actor actor;

  public TicketBook(Tx tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  /**
   * The ticket as {@code scope} sees it.
   *
   * @throws ProblemException with {@code not_found} if it is not there, or not for them
   */
  public static Ticket find(View view, Scope scope, UUID id) {
    return view.tickets()
        .find(id)
        .filter(ticket -> scope.sees(Audience.of(ticket)))
        .orElseThrow(() -> Problems.notFound("ticket"));
  }

  /** The ticket as this person sees it. */
  public Ticket find(UUID id) {
    return find(tx, actor.scope(), id);
  }

  /**
   * Makes sure that the ticket is still at the version that a write is based on.
   *
   * @throws ProblemException with {@code version_conflict} and the current ticket if it is not
   */
  public void expect(UUID id, OptionalLong version) {
    if (version.isEmpty()) {
      return;
    }
    Ticket ticket = find(id);
    if (ticket.version() != version.getAsLong()) {
      throw new ProblemException(
          Problem.of(ErrorCode.VERSION_CONFLICT, "The ticket has changed since")
              .withTicket(ticket));
    }
  }

  /** Saves {@code after}, as told by {@code event}, with an entry in its history. */
  public Ticket save(
      Ticket before, Ticket after, String event, HistoryAction action, @Nullable String details) {
    Ticket saved = saveQuietly(before, after, event);
    note(saved, action, details, TicketDiff.between(tx, before, saved));
    return saved;
  }

  /** Saves {@code after} without a history entry. */
  Ticket saveQuietly(Ticket before, Ticket after, String event) {
    Ticket saved = after.toBuilder().version(before.version() + 1).updatedAt(tx.now()).build();
    tx.tickets().update(before, saved);
    Load.move(tx, Load.holder(before), Load.holder(saved));
    tx.event(event, saved.id(), actor.id());
    return saved;
  }

  /** Adds an entry to the history of {@code ticket}, which did not change itself. */
  public void note(Ticket ticket, HistoryAction action, @Nullable String details) {
    note(ticket, action, details, List.of());
    tx.event(Events.TICKET_UPDATED, ticket.id(), actor.id());
  }

  void note(
      Ticket ticket, HistoryAction action, @Nullable String details, List<FieldChange> changes) {
    tx.history()
        .append(
            new HistoryEntry(
                tx.newId(),
                ticket.id(),
                action,
                actor.id(),
                actor.name(),
                details,
                changes,
                tx.now()),
            ticket);
  }

  /** Notifies {@code personId}, unless it is the one who did it. */
  public void tell(@Nullable UUID personId, Ticket ticket, String title, String text) {
    if (personId != null && !personId.equals(actor.id())) {
      tx.notify(personId, new Notification(ticket.id(), title, text, tx.now()));
    }
  }
}
