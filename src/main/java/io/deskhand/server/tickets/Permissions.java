package io.deskhand.server.tickets;

import io.deskhand.model.Role;
import io.deskhand.model.Verb;
import io.deskhand.server.store.Actor;
import io.deskhand.server.web.Problems;

/** What each role may do to the tickets that it sees (contract section 3). */
final class Permissions {
  private Permissions() {}

  /** Refuses what a customer may not do to their own ticket. */
  static void check(Actor actor, Verb verb) {
    boolean allowed =
        switch (verb) {
          case CREATE, CLOSE, REOPEN -> true;
          case UPDATE, ASSIGN, ESCALATE, RESOLVE, DELETE -> actor.role().isStaff();
        };
    if (!allowed) {
      throw Problems.forbidden("A customer cannot " + verb.wire() + " a ticket");
    }
  }

  static void staffOnly(Actor actor) {
    if (!actor.role().isStaff()) {
      throw Problems.forbidden("For the staff only");
    }
  }

  static void customersOnly(Actor actor) {
    if (actor.role() != Role.CUSTOMER) {
      throw Problems.forbidden("Only the customer can rate a ticket");
    }
  }
}
