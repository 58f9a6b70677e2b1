package io.deskhand.sync.engine;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.ConversationStore.Reach;
import io.deskhand.sync.cache.ConversationStore.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The confirmed conversation and history of an open ticket, in memory. Of the engine's thread. */
final class Conversation {
  private final UUID ticketId;
  private final Map<UUID, Message> messages = new HashMap<>();
  private final Map<UUID, HistoryEntry> history = new HashMap<>();
  private @Nullable Reach reach;

  Conversation(UUID ticketId) {
    this.ticketId = ticketId;
  }

  /** Starts with what is on disk. */
  void fill(Stored stored) {
    clear();
    stored.messages().forEach(message -> messages.put(message.id(), message));
    stored.history().forEach(entry -> history.put(entry.id(), entry));
    reach = stored.reach();
  }

  void clear() {
    messages.clear();
    history.clear();
    reach = null;
  }

  /** How far back it reaches without a hole; null if that is not known. */
  @Nullable Reach reach() {
    return reach;
  }

  boolean olderThere() {
    Reach far = reach;
    return far != null && (far.olderMessages() != null || far.olderHistory() != null);
  }

  /** Oldest first. */
  List<Message> messages() {
    return messages.values().stream()
        .sorted(Comparator.comparing(Message::createdAt).thenComparing(Message::id))
        .toList();
  }

  /** Oldest first. */
  List<HistoryEntry> history() {
    return history.values().stream()
        .sorted(Comparator.comparing(HistoryEntry::timestamp).thenComparing(HistoryEntry::id))
        .toList();
  }

  boolean has(UUID messageId) {
    return messages.containsKey(messageId);
  }

  /** Follows a step of the stream; false if none of it is about this ticket. */
  boolean apply(Batch batch) {
    boolean touched = batch.purged().contains(ticketId);
    if (touched) {
      clear();
    }
    for (var row : batch.messages().entrySet()) {
      if (row.getValue().isEmpty()) {
        touched |= messages.remove(row.getKey()) != null;
      } else if (row.getValue().get().ticketId().equals(ticketId)) {
        messages.put(row.getKey(), row.getValue().get());
        touched = true;
      }
    }
    for (var row : batch.history().entrySet()) {
      if (row.getValue().isEmpty()) {
        touched |= history.remove(row.getKey()) != null;
      } else if (row.getValue().get().ticketId().equals(ticketId)) {
        history.put(row.getKey(), row.getValue().get());
        touched = true;
      }
    }
    return touched;
  }

  /** What of {@code loaded} is news: the stream may have told a newer state of a message. */
  List<Message> news(Collection<Message> loaded) {
    return loaded.stream()
        .filter(
            message -> {
              Message here = messages.get(message.id());
              return here == null || here.readAt() == null;
            })
        .toList();
  }

  /** Adds what was loaded. */
  void add(Collection<Message> loaded, Collection<HistoryEntry> entries, Reach far) {
    loaded.forEach(message -> messages.put(message.id(), message));
    entries.forEach(entry -> history.put(entry.id(), entry));
    reach = far;
  }

  /** Drops what is older than these: there may be holes. */
  void dropBefore(Instant oldestMessage, Instant oldestEntry) {
    messages.values().removeIf(message -> message.createdAt().isBefore(oldestMessage));
    history.values().removeIf(entry -> entry.timestamp().isBefore(oldestEntry));
  }
}
