package io.deskhand.model;

import java.util.Set;
import java.util.TreeSet;

/** A move that the ticket's life does not have. */
public final class InvalidTransition extends RuntimeException {
  private final Status state;
  private final Verb verb;

  public InvalidTransition(Status state, Verb verb) {
    super(describe(state, verb));
    this.state = state;
    this.verb = verb;
  }

  /** The state that the ticket is in. */
  public Status state() {
    return state;
  }

  /** The verb that was refused. */
  public Verb verb() {
    return verb;
  }

  /** The verbs that are allowed in that state, in the order of {@link Verb}. */
  public Set<Verb> allowed() {
    return new TreeSet<>(Lifecycle.verbs(state));
  }

  private static String describe(Status state, Verb verb) {
    if (state == Status.CLOSED && verb == Verb.ESCALATE) {
      return "Cannot escalate a closed ticket: reopen it first";
    }
    return "Cannot " + verb.wire() + " a ticket that is " + state.wire().replace('_', ' ');
  }
}
