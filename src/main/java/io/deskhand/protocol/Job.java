package io.deskhand.protocol;

import io.deskhand.model.WireEnum;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk job. {@code done} counts the tickets that are through, failed ones included; {@code
 * undoable} says whether POST /undo can be tried.
 */
public record Job(
    UUID id,
    Kind kind,
    State state,
    int total,
    int done,
    List<Failure> failed,
    boolean undoable,
    Instant createdAt,
    @Nullable Instant finishedAt) {
  /** What the job does to each ticket. */
  public enum Kind implements WireEnum {
    ASSIGN,
    RESOLVE,
    STATUS,
    NOTIFY,
    ESCALATE,
    UNDO
  }

  /** How far it is. */
  public enum State implements WireEnum {
    QUEUED,
    RUNNING,
    DONE,
    CANCELLED
  }

  /** A ticket that the verb was refused for. */
  public record Failure(UUID ticketId, ErrorCode code, String message) {}

  /** Whether nothing of it will change any more. */
  public boolean isFinished() {
    return state == State.DONE || state == State.CANCELLED;
  }
}
