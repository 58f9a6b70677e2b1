package io.deskhand.model;

import static io.deskhand.model.Status.CLOSED;
import static io.deskhand.model.Status.ESCALATED;
import static io.deskhand.model.Status.IN_PROGRESS;
import static io.deskhand.model.Status.OPEN;
import static io.deskhand.model.Status.PENDING;
import static io.deskhand.model.Status.REOPENED;
import static io.deskhand.model.Status.RESOLVED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a ticket: the table of contract section 2, and nothing else. */
public final class Lifecycle {
  private static final Map<Status, Map<Verb, Set<Status>>> MOVES = new EnumMap<>(Status.class);

  static {
    from(OPEN)
        .on(Verb.UPDATE, PENDING, IN_PROGRESS)
        .on(Verb.ASSIGN, IN_PROGRESS)
        .on(Verb.ESCALATE, ESCALATED)
        .on(Verb.RESOLVE, RESOLVED)
        .on(Verb.CLOSE, CLOSED);
    from(PENDING)
        .on(Verb.UPDATE, OPEN, IN_PROGRESS)
        .on(Verb.ASSIGN, IN_PROGRESS)
        .on(Verb.RESOLVE, RESOLVED);
    from(IN_PROGRESS)
        .on(Verb.UPDATE, PENDING)
        .on(Verb.ASSIGN, IN_PROGRESS)
        .on(Verb.ESCALATE, ESCALATED)
        .on(Verb.RESOLVE, RESOLVED);
    from(ESCALATED)
        .on(Verb.UPDATE, IN_PROGRESS)
        .on(Verb.ASSIGN, IN_PROGRESS)
        .on(Verb.RESOLVE, RESOLVED);
    from(RESOLVED).on(Verb.CLOSE, CLOSED).on(Verb.REOPEN, REOPENED);
    from(CLOSED).on(Verb.REOPEN, REOPENED);
    from(REOPENED)
        .on(Verb.UPDATE, OPEN, IN_PROGRESS)
        .on(Verb.ASSIGN, IN_PROGRESS)
        .on(Verb.ESCALATE, ESCALATED)
        .on(Verb.CLOSE, CLOSED);
  }

  private Lifecycle() {}

  /** The states that {@code verb} can lead to from {@code status}; empty if it is refused. */
  public static Set<Status> targets(Status status, Verb verb) {
    return Set.copyOf(moves(status).getOrDefault(verb, Set.of()));
  }

  /** Whether {@code verb} leads anywhere from {@code status}. */
  public static boolean allows(Status status, Verb verb) {
    return moves(status).containsKey(verb);
  }

  /** The verbs that change the state from {@code status}. */
  public static Set<Verb> verbs(Status status) {
    return Set.copyOf(moves(status).keySet());
  }

  /**
   * The state after a verb that has one outcome (all but update).
   *
   * @throws InvalidTransition if the table has no such move
   */
  public static Status after(Status status, Verb verb) {
    Set<Status> targets = targets(status, verb);
    if (targets.size() != 1) {
      throw new InvalidTransition(status, verb);
    }
    return targets.iterator().next();
  }

  /**
   * The verb by which a wish for a state (PUT status) is carried out: update where the table has
   * it, else the verb that leads there by itself.
   *
   * @throws InvalidTransition if no verb leads from {@code status} to {@code target}; its verb is
   *     update
   */
  public static Verb verbTo(Status status, Status target) {
    for (Verb verb : new Verb[] {Verb.UPDATE, Verb.RESOLVE, Verb.CLOSE, Verb.REOPEN}) {
      if (targets(status, verb).contains(target)) {
        return verb;
      }
    }
    throw new InvalidTransition(status, Verb.UPDATE);
  }

  /** The state that a customer's message leaves a ticket in (contract section 2). */
  public static Status afterCustomerMessage(Status status, boolean assigned) {
    return switch (status) {
      case RESOLVED -> REOPENED;
      case PENDING -> assigned ? IN_PROGRESS : OPEN;
      default -> status;
    };
  }

  private static Map<Verb, Set<Status>> moves(Status status) {
    return MOVES.getOrDefault(status, Map.of());
  }

  private static Moves from(Status status) {
    return new Moves(MOVES.computeIfAbsent(status, key -> new EnumMap<>(Verb.class)));
  }

  private record Moves(Map<Verb, Set<Status>> byVerb) {
    Moves on(Verb verb, Status first, Status... rest) {
      byVerb.put(verb, EnumSet.of(first, rest));
      return this;
    }
  }
}
