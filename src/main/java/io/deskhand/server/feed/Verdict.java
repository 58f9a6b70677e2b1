package io.deskhand.server.feed;

import io.deskhand.protocol.Change;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.LogRow;
import io.deskhand.server.store.Scope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a row of the log in one session's stream. */
public enum Verdict {
  /** The session is told nothing. */
  HIDDEN,
  /** It gets the row as it was after the change. */
  PUT,
  /** It is told that the row is gone, and nothing of its content. */
  REMOVE;

  /**
   * The verdict on {@code row} for a session of {@code scope}. A row that the session could see
   * after the change, but whose ticket it may no longer see, is a REMOVE: content never goes out
   * after access was lost, however late it is delivered.
   *
   * @param now who may see each ticket at the moment of delivery; one that is not there is deleted
   */
  public static Verdict on(LogRow row, Scope scope, Map<UUID, Audience> now) {
    if (row.op() == Change.Op.REMOVE || !row.isSeenBy(scope)) {
      return row.wasSeenBy(scope) ? REMOVE : HIDDEN;
    }
    UUID ticket = row.ticketId();
    return ticket == null || sees(scope, now.get(ticket)) ? PUT : REMOVE;
  }

  private static boolean sees(Scope scope, @Nullable Audience ticket) {
    return ticket != null && scope.sees(ticket);
  }
}
