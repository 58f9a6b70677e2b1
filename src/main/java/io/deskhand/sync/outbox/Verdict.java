package io.deskhand.sync.outbox;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Problem;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.rest.NotDeskhand;
import io.deskhand.sync.rest.Refused;
import io.deskhand.sync.rest.SessionEnded;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a failed attempt means for an intent. */
sealed interface Verdict {
  /** The server said no for good. */
  record No(String words) implements Verdict {}

  /** Nobody knows, or not now: try again, after {@code pause} if the server named one. */
  record Later(String why, @Nullable Duration pause) implements Verdict {}

  /** The ticket is not what it was thought to be: look again. */
  record Changed(Ticket now) implements Verdict {}

  /** The session is over; the intent stays for the next one. */
  record SignedOut(String why) implements Verdict {}

  static Verdict of(Exception failure) {
    return switch (failure) {
      case Refused refused -> of(refused);
      case SessionEnded ended -> new SignedOut(String.valueOf(ended.getMessage()));
      case NotDeskhand foreign -> new Later("Something else answers for the server", null);
      default -> new Later("The server could not be reached", null);
    };
  }

  /** What it means that a file could not be brought to the server. */
  static Verdict ofUpload(Exception failure) {
    return failure instanceof SyncException unreadable
        ? new No(String.valueOf(unreadable.getMessage()))
        : of(failure);
  }

  private static Verdict of(Refused refused) {
    Problem problem = refused.problem();
    if (refused.isTransient()) {
      return new Later(refused.words(), refused.retryAfter());
    }
    if (refused.code() == ErrorCode.VERSION_CONFLICT && problem.ticket() != null) {
      return new Changed(problem.ticket());
    }
    if (problem.status() == ErrorCode.UNAUTHENTICATED.status()) {
      return new Later(refused.words(), null);
    }
    return new No(refused.words());
  }
}
