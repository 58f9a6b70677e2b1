package io.deskhand.sync.engine;

import io.deskhand.model.Message;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.TicketState;
import io.deskhand.sync.TicketState.Delivery;
import io.deskhand.sync.TicketState.Entry;
import io.deskhand.sync.TicketState.Loading;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.outbox.Projection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation as the screen shows it. */
final class Entries {
  private Entries() {}

  /** What is confirmed, oldest first, and then one's own words that are not. */
  static List<Entry> of(Conversation conversation, List<StoredIntent> lane, Projection projection) {
    List<Entry> entries = new ArrayList<>();
    conversation
        .messages()
        .forEach(message -> entries.add(new Entry(message, Delivery.CONFIRMED, null)));
    for (StoredIntent stored : lane) {
      // Whose words are the draft again is not said twice.
      boolean returned = stored.state() == State.RETURNED;
      if (!returned
          && stored.intent() instanceof Intent.Say say
          && !conversation.has(say.messageId())) {
        Message message = projection.message(say, stored.acceptedAt());
        entries.add(new Entry(message, delivery(stored), stored.id()));
      }
    }
    return List.copyOf(entries);
  }

  /**
   * The first message of the other side that this person has not seen; null if there is none. On a
   * ticket that was never opened here, what colleagues have answered counts as seen.
   */
  static @Nullable UUID firstUnread(List<Message> messages, SeenMarks seen, UUID ticketId) {
    Instant seenAt = seen.seenAt(ticketId);
    Instant since = seenAt == null ? lastAnswer(messages, seen) : seenAt;
    return messages.stream()
        .filter(message -> seen.isOfTheOtherSide(message) && message.createdAt().isAfter(since))
        .map(Message::id)
        .findFirst()
        .orElse(null);
  }

  /** A ticket that has just been opened. */
  static TicketState nothingYet(UUID ticketId) {
    return new TicketState(
        ticketId,
        null,
        false,
        List.of(),
        List.of(),
        Loading.LOADING,
        false,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static Instant lastAnswer(List<Message> messages, SeenMarks seen) {
    return messages.stream()
        .filter(message -> !message.internal() && !seen.isOfTheOtherSide(message))
        .map(Message::createdAt)
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }

  private static Delivery delivery(StoredIntent stored) {
    return switch (stored.state()) {
      case QUEUED, SENDING, APPLIED, WAITING -> Delivery.PENDING;
      case HELD -> Delivery.HELD;
      case REFUSED, RETURNED -> Delivery.REFUSED;
    };
  }
}
