package io.deskhand.server.tickets;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import java.util.Optional;

/** Which verb of a ticket's life a change is, by what its history calls it. */
final class VerbOf {
  private VerbOf() {}

  /** The verb; empty for what is none, such as a message that leaves the state alone. */
  static Optional<Verb> change(HistoryAction action, Ticket before, Ticket after) {
    return switch (action) {
      case TICKET_CREATED -> Optional.of(Verb.CREATE);
      case TICKET_ASSIGNED, AGENT_REASSIGNED -> Optional.of(Verb.ASSIGN);
      case TICKET_ESCALATED -> Optional.of(Verb.ESCALATE);
      case STATUS_CHANGED, PRIORITY_CHANGED, TICKET_UPDATED, SATISFACTION_RECORDED ->
          Optional.of(Verb.UPDATE);
      case TICKET_RESOLVED -> Optional.of(Verb.RESOLVE);
      case TICKET_CLOSED -> Optional.of(Verb.CLOSE);
      case TICKET_REOPENED -> Optional.of(Verb.REOPEN);
      case TICKET_DELETED -> Optional.of(Verb.DELETE);
      case MESSAGE_SENT -> ofMessage(before, after);
      case NOTE_ADDED, NOTIFICATION_SENT, ESCALATION_REQUESTED, ESCALATION_DECIDED ->
          Optional.empty();
    };
  }

  private static Optional<Verb> ofMessage(Ticket before, Ticket after) {
    if (before.status() == after.status()) {
      return Optional.empty();
    }
    return Optional.of(after.status() == Status.REOPENED ? Verb.REOPEN : Verb.UPDATE);
  }
}
