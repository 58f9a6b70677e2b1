package io.deskhand.server.hooks;

import io.deskhand.model.Ticket;

/**
 * Something that goes along with the verbs of tickets, in the transaction of the verb, on the
 * writer's thread: no input or output but through the transaction.
 *
 * <p>Before the verb it may change the ticket that is about to be saved by answering another one
 * (not its id, number, state or version; its assignee only while it is created), or veto by a
 * {@link io.deskhand.protocol.ProblemException}, which is what the caller gets.
 *
 * <p>After the verb it may add to what has happened. What it throws then undoes what the hook did
 * and nothing else; the failure is logged, counted and told in the ticket's history.
 */
public interface TicketHook {
  /** The hook's own name, lower_snake. */
  String name();

  /** Whether it runs only while the shipped automation of its name is switched on. */
  default boolean isSwitchable() {
    return true;
  }

  default Ticket creating(Intended change) {
    return change.proposed();
  }

  default Ticket updating(Intended change) {
    return change.proposed();
  }

  default Ticket assigning(Intended change) {
    return change.proposed();
  }

  default Ticket escalating(Intended change) {
    return change.proposed();
  }

  default Ticket resolving(Intended change) {
    return change.proposed();
  }

  default Ticket closing(Intended change) {
    return change.proposed();
  }

  default Ticket reopening(Intended change) {
    return change.proposed();
  }

  /** Whether one of the methods below has something to do; only reads. */
  default boolean follows(Happened change) {
    return false;
  }

  default void created(Happened change) {}

  default void updated(Happened change) {}

  default void assigned(Happened change) {}

  default void escalated(Happened change) {}

  default void resolved(Happened change) {}

  default void closed(Happened change) {}

  default void reopened(Happened change) {}

  /** Before any verb: calls the method that is named for it. */
  default Ticket before(Intended change) {
    return switch (change.verb()) {
      case CREATE -> creating(change);
      case UPDATE -> updating(change);
      case ASSIGN -> assigning(change);
      case ESCALATE -> escalating(change);
      case RESOLVE -> resolving(change);
      case CLOSE -> closing(change);
      case REOPEN -> reopening(change);
      case DELETE -> change.proposed();
    };
  }

  /** After any verb: calls the method that is named for it. */
  default void after(Happened change) {
    switch (change.verb()) {
      case CREATE -> created(change);
      case UPDATE -> updated(change);
      case ASSIGN -> assigned(change);
      case ESCALATE -> escalated(change);
      case RESOLVE -> resolved(change);
      case CLOSE -> closed(change);
      case REOPEN -> reopened(change);
      case DELETE -> {}
    }
  }
}
