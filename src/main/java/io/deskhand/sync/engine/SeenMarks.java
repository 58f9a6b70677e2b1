package io.deskhand.sync.engine;

import io.deskhand.model.Me;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.SeenStore.Seen;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this person has read. Of the engine's thread. */
final class SeenMarks {
  private final Me me;
  private final ConfirmedCopy copy;
  private final Map<UUID, Seen> marks = new HashMap<>();

  SeenMarks(Me me, ConfirmedCopy copy) {
    this.me = me;
    this.copy = copy;
  }

  void load() {
    marks.clear();
    marks.putAll(copy.store().seen().all());
  }

  /** Whether the other side has written something that this person has not seen. */
  boolean unread(Ticket ticket) {
    Seen mark = marks.getOrDefault(ticket.id(), Seen.NOTHING);
    return mark.unread() || (mark.seenAt() == null && waitsForFirstAnswer(ticket));
  }

  /** Up to where this person has read a ticket; null if it was never opened. */
  @Nullable Instant seenAt(UUID ticketId) {
    return marks.getOrDefault(ticketId, Seen.NOTHING).seenAt();
  }

  /** The marks that the messages of a step change; {@link #take} them once that is on disk. */
  Map<UUID, Seen> news(Batch batch) {
    Map<UUID, Seen> changed = new HashMap<>();
    for (Optional<Message> row : batch.messages().values()) {
      if (row.isPresent() && row.get().readAt() == null) {
        Message message = row.get();
        Seen before =
            changed.getOrDefault(
                message.ticketId(), marks.getOrDefault(message.ticketId(), Seen.NOTHING));
        Seen after = after(before, message);
        if (!after.equals(before)) {
          changed.put(message.ticketId(), after);
        }
      }
    }
    return changed;
  }

  /** Takes over marks that are on disk. */
  void take(Map<UUID, Seen> changed) {
    marks.putAll(changed);
  }

  void forget(Collection<UUID> tickets) {
    tickets.forEach(marks::remove);
  }

  /**
   * Marks everything in {@code messages} as seen.
   *
   * @param since when there is no message: the ticket itself has been seen, which is of that time
   */
  void read(UUID ticketId, Instant since, Collection<Message> messages) {
    Seen before = marks.getOrDefault(ticketId, Seen.NOTHING);
    Instant newest =
        messages.stream().map(Message::createdAt).max(Instant::compareTo).orElse(since);
    Optional<Message> lastOfOthers =
        messages.stream().filter(this::isOfTheOtherSide).reduce((first, second) -> second);
    UUID upTo = lastOfOthers.map(Message::id).orElse(before.seenMessage());
    boolean news = upTo != null && !upTo.equals(before.seenMessage());
    write(
        ticketId,
        new Seen(later(before.seenAt(), newest), upTo, before.otherAt(), before.told() && !news));
  }

  /** The server knows now. */
  void told(UUID ticketId) {
    Seen mark = marks.get(ticketId);
    if (mark != null && !mark.told()) {
      write(ticketId, new Seen(mark.seenAt(), mark.seenMessage(), mark.otherAt(), true));
    }
  }

  /** The newest message read of a ticket, if the server does not know that yet. */
  Optional<UUID> untold(UUID ticketId) {
    Seen mark = marks.getOrDefault(ticketId, Seen.NOTHING);
    return mark.told() ? Optional.empty() : Optional.ofNullable(mark.seenMessage());
  }

  /** The tickets of which the server does not know yet how far they were read. */
  List<UUID> untold() {
    return marks.entrySet().stream()
        .filter(entry -> !entry.getValue().told())
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean isOfTheOtherSide(Message message) {
    return message.senderType() == (me.role().isStaff() ? SenderType.CUSTOMER : SenderType.AGENT);
  }

  private Seen after(Seen before, Message message) {
    if (me.id().equals(message.senderId())) {
      return new Seen(
          later(before.seenAt(), message.createdAt()),
          before.seenMessage(),
          before.otherAt(),
          before.told());
    }
    if (!isOfTheOtherSide(message)) {
      return before;
    }
    return new Seen(
        before.seenAt(),
        before.seenMessage(),
        later(before.otherAt(), message.createdAt()),
        before.told());
  }

  private void write(UUID ticketId, Seen mark) {
    ConfirmedStore store = copy.store();
    store.seen().put(Map.of(ticketId, mark));
    marks.put(ticketId, mark);
  }

  /** Nothing is known of messages that only a snapshot brought; an unanswered ticket has some. */
  private boolean waitsForFirstAnswer(Ticket ticket) {
    return me.role().isStaff()
        && ticket.firstResponseAt() == null
        && (ticket.status() == Status.OPEN || ticket.status() == Status.REOPENED);
  }

  private static Instant later(@Nullable Instant left, Instant right) {
    return left == null || left.isBefore(right) ? right : left;
  }
}
