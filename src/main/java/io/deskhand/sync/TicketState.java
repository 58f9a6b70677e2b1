package io.deskhand.sync;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Typing;
import io.deskhand.protocol.Viewers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open ticket as the screen shows it: confirmed state with the outbox replayed over it.
 *
 * @param ticket null while it is loaded for the first time, or when it is gone
 * @param gone whether it was deleted or has left this session's scope
 * @param conversation oldest first, pending ones last
 * @param history oldest first, confirmed only
 * @param loading what is there of the conversation
 * @param olderThere whether the server has older messages than these
 * @param firstUnread the first message of the other side that this person has not seen when the
 *     ticket was opened
 * @param pending the ticket's own part of the outbox
 * @param typing who else types now
 * @param viewers who else has it open; staff only
 */
public record TicketState(
    UUID ticketId,
    @Nullable Ticket ticket,
    boolean gone,
    List<Entry> conversation,
    List<HistoryEntry> history,
    Loading loading,
    boolean olderThere,
    @Nullable UUID firstUnread,
    List<PendingIntent> pending,
    List<Typing> typing,
    List<Viewers.Viewer> viewers) {

  /** What is there of the conversation. */
  public enum Loading {
    LOADING,
    LOADED,
    /** Not in the cache, and no server to ask. */
    NOT_HERE_WHILE_OFFLINE
  }

  /** A message and whether the server has it. */
  public record Entry(Message message, Delivery delivery, @Nullable UUID intentId) {}

  /** How far a message of one's own has come. */
  public enum Delivery {
    CONFIRMED,
    /** On disk here, on its way. */
    PENDING,
    /** The thread moved on since it was written: waits for one look before it goes out. */
    HELD,
    /** The server said no. */
    REFUSED
  }
}
