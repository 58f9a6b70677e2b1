package io.deskhand.server.tickets;

import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.hooks.HookFailure;
import io.deskhand.server.hooks.HookRun;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.Tx;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Problems;
import java.util.List;
import java.util.Optional;
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
  private final HookRun run;

  /**
   * @param run what goes along with the verbs; a run is of one transaction
   */
  public TicketBook(Tx tx, Actor actor, HookRun run) {
    this.tx = tx;
    this.actor = actor;
    this.run = run;
  }

  Tx tx() {
    return tx;
  }

  Actor actor() {
    return actor;
  }

  /** The same tickets in the same run for somebody else. */
  TicketBook as(Actor other) {
    return new TicketBook(tx, other, run);
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
   * Makes sure that the ticket, as {@code scope} sees it, is still at the version that a write is
   * based on.
   *
   * @throws ProblemException with {@code version_conflict} and the current ticket if it is not
   */
  public static void expect(View view, Scope scope, UUID id, OptionalLong version) {
    if (version.isEmpty()) {
      return;
    }
    Ticket ticket = find(view, scope, id);
    if (ticket.version() != version.getAsLong()) {
      throw new ProblemException(
          Problem.of(ErrorCode.VERSION_CONFLICT, "The ticket has changed since")
              .withTicket(ticket));
    }
  }

  /**
   * Saves {@code after}, as told by {@code event}, with an entry in its history, and with the hooks
   * of the verb that this is.
   *
   * @return the ticket after all of that
   */
  public Ticket save(
      Ticket before, Ticket after, String event, HistoryAction action, @Nullable String details) {
    Optional<Verb> verb = VerbOf.change(action, before, after);
    Ticket wanted = verb.map(known -> run.before(actor, known, before, after)).orElse(after);
    Ticket saved = write(before, wanted);
    note(saved, action, details, TicketDiff.between(tx, before, saved));
    Ticket now = verb.map(known -> followUp(known, before, saved)).orElse(saved);
    tx.event(event, saved.id(), actor.personId());
    return now;
  }

  private Ticket write(Ticket before, Ticket after) {
    Ticket wanted = after.toBuilder().version(before.version() + 1).updatedAt(tx.now()).build();
    Ticket saved = new Deadlines(tx).update(before, wanted);
    Load.move(tx, Load.holder(before), Load.holder(saved));
    Waiting.move(tx, before, saved);
    Snooze.move(tx, before, saved);
    return saved;
  }

  /** A new ticket as the hooks want it. */
  Ticket intend(Ticket proposed) {
    return run.before(actor, Verb.CREATE, null, proposed);
  }

  /** Inserts a new ticket, with the first entry of its history; the hooks follow up. */
  Ticket insert(Ticket proposed) {
    Ticket ticket = new Deadlines(tx).insert(proposed);
    Waiting.move(tx, null, ticket);
    note(ticket, HistoryAction.TICKET_CREATED, null, List.of());
    return followUp(Verb.CREATE, null, ticket);
  }

  private Ticket followUp(Verb verb, @Nullable Ticket before, Ticket saved) {
    return run.after(actor, verb, before, saved, new DeskVerbs(as(HookFailure.AUTOMATION)));
  }

  /** Adds an entry to the history of {@code ticket}, which did not change itself. */
  public void note(Ticket ticket, HistoryAction action, @Nullable String details) {
    note(ticket, action, details, List.of());
    tx.event(Events.TICKET_UPDATED, ticket.id(), actor.personId());
  }

  void note(
      Ticket ticket, HistoryAction action, @Nullable String details, List<FieldChange> changes) {
    tx.history()
        .append(
            new HistoryEntry(
                tx.newId(),
                ticket.id(),
                action,
                actor.personId(),
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
