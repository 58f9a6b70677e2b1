package io.deskhand.console.ticket;

import io.deskhand.sync.PendingIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that was not made.
 *
 * @param what what was to be done, in a few words
 * @param why the server's words
 * @param clashes the fields that somebody else has set meanwhile
 * @param ways what can be done now, the most likely first
 */
record Trouble(PendingIntent intent, String what, String why, List<Clash> clashes, List<Way> ways) {
  Trouble {
    clashes = List.copyOf(clashes);
    ways = List.copyOf(ways);
  }

  /**
   * A field with both values.
   *
   * @param by who has set theirs; null if that is not known
   */
  record Clash(String field, String theirs, String yours, @Nullable String by) {}

  /** A way on. */
  enum Way {
    /** Leaves the field as it is now. */
    KEEP_THEIRS,
    /** Sets it once more, over what is there now. */
    APPLY_MINE,
    /** Reopens the ticket, and does it then. */
    REOPEN_FIRST,
    /** Tries the same again. */
    AGAIN,
    /** Keeps the words that came with it as a draft. */
    TO_DRAFT,
    /** Puts it away. */
    DISMISS
  }
}
