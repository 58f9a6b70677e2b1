package io.deskhand.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intent in the outbox.
 *
 * @param id the intent's uuid, and its Idempotency-Key on the wire
 * @param number its place in this console's order
 * @param state how far it is
 * @param why what keeps it: the server's words, or the reason for waiting; null if nothing does
 * @param attempts how often it was sent
 * @param acceptedAt when it was on disk
 * @param conflict what keeps it, as far as it is more than words; null if nothing does
 */
public record PendingIntent(
    UUID id,
    long number,
    Intent intent,
    State state,
    @Nullable String why,
    int attempts,
    Instant acceptedAt,
    @Nullable Conflict conflict) {
  /** Without a conflict. */
  public PendingIntent(
      UUID id,
      long number,
      Intent intent,
      State state,
      @Nullable String why,
      int attempts,
      Instant acceptedAt) {
    this(id, number, intent, state, why, attempts, acceptedAt, null);
  }

  /** How far an intent is. */
  public enum State {
    /** On disk, to be sent. */
    QUEUED,
    /** On the wire. */
    SENDING,
    /** Done by the server; its change has not arrived here yet. */
    APPLIED,
    /** Tried, to be tried again. */
    WAITING,
    /** A reply to a thread that moved on: waits for one look; {@code Desk.retry} sends it. */
    HELD,
    /** The server said no for good. */
    REFUSED,
    /** The same, of a message: its words and its files are the ticket's draft again. */
    RETURNED
  }

  /** Whether the server said no for good. */
  public boolean isRefused() {
    return state == State.REFUSED || state == State.RETURNED;
  }

  /** Whether a person must look at it. */
  public boolean needsAttention() {
    return state == State.HELD || isRefused();
  }
}
