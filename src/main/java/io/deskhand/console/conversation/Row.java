package io.deskhand.console.conversation;

import io.deskhand.sync.TicketState.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the conversation, ready to be shown. */
sealed interface Row {
  /** Names the row while it lives. */
  Object key();

  /** Whose words. */
  enum Side {
    THEIRS,
    OURS,
    NOTE
  }

  /** A new day. */
  record Day(String label) implements Row {
    @Override
    public Object key() {
      return label;
    }
  }

  /** What follows had not been seen when the ticket was opened. */
  record Unread() implements Row {
    @Override
    public Object key() {
      return Unread.class;
    }
  }

  /** Something that the desk itself says. */
  record Line(UUID id, String text, Instant at) implements Row {
    @Override
    public Object key() {
      return id;
    }
  }

  /**
   * A message.
   *
   * @param head sender and time, above the first message of a group; null for the others
   * @param foot what became of it, below; null for nothing
   * @param why what keeps it, in words; null if nothing does
   * @param since what others have written since, for one that is held
   */
  record Bubble(
      UUID id,
      Side side,
      String sender,
      @Nullable String head,
      String body,
      Instant at,
      Delivery delivery,
      @Nullable UUID intentId,
      @Nullable String foot,
      @Nullable String why,
      List<Since> since)
      implements Row {
    public Bubble {
      since = List.copyOf(since);
    }

    /** Somebody else's message, as much of it as fits a line or two. */
    record Since(String head, String words) {}

    @Override
    public Object key() {
      return id;
    }

    /** Whether somebody must look at it. */
    boolean needsAttention() {
      return delivery == Delivery.HELD || delivery == Delivery.REFUSED;
    }
  }
}
