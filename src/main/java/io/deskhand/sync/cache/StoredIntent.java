package io.deskhand.sync.cache;

import io.deskhand.sync.Conflict;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.PendingIntent.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intent as it is on disk.
 *
 * @param id its uuid
 * @param number its place in this console's order, from 1
 * @param base what the agent saw when they wanted it
 * @param attempts how often its present request was sent
 * @param outcome what the server has answered; null while it has not
 */
public record StoredIntent(
    UUID id,
    long number,
    Intent intent,
    IntentBase base,
    State state,
    @Nullable String why,
    int attempts,
    Instant acceptedAt,
    @Nullable Outcome outcome) {

  /**
   * What the server has answered: the version that the ticket (or agent) has with the effect in it,
   * or the job that does the work.
   *
   * @param epoch the server's log that this console followed when it asked; null if that is not
   *     known
   */
  public record Outcome(@Nullable Long version, @Nullable UUID jobId, @Nullable UUID epoch) {}

  /** Its Idempotency-Key on the wire. */
  public UUID key() {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ base.round());
  }

  /** As the console's face shows it. */
  public PendingIntent pending() {
    return pending(null);
  }

  /** The same with what keeps it. */
  public PendingIntent pending(@Nullable Conflict conflict) {
    return new PendingIntent(id, number, intent, state, why, attempts, acceptedAt, conflict);
  }

  /** Whether the server said no for good. */
  public boolean isRefused() {
    return pending().isRefused();
  }

  /** This intent, now in {@code next}. */
  public StoredIntent in(State next, @Nullable String reason) {
    return new StoredIntent(id, number, intent, base, next, reason, attempts, acceptedAt, outcome);
  }

  /** This intent, sent once more. */
  public StoredIntent sending() {
    return new StoredIntent(
        id, number, intent, base, State.SENDING, null, attempts + 1, acceptedAt, outcome);
  }

  /** This intent with the server's answer. */
  public StoredIntent answered(State next, Outcome answer) {
    return new StoredIntent(id, number, intent, base, next, null, attempts, acceptedAt, answer);
  }

  /** This intent, never answered: to be sent as if for the first time. */
  public StoredIntent unanswered() {
    return new StoredIntent(
        id, number, intent, base, State.QUEUED, null, attempts, acceptedAt, null);
  }

  /** This intent, to be asked with another request: the one before was not carried out. */
  public StoredIntent anotherRequest() {
    return new StoredIntent(
        id, number, intent, base.nextRound(), State.QUEUED, null, 0, acceptedAt, outcome);
  }

  /** This intent as of what the agent sees now. */
  public StoredIntent rebased(IntentBase now) {
    return new StoredIntent(id, number, intent, now, state, why, attempts, acceptedAt, outcome);
  }
}
