package io.deskhand.sync.engine;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.MessagePage;
import io.deskhand.sync.cache.ConversationStore.Reach;
import io.deskhand.sync.rest.DeskApi;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads conversations from the server and keeps them: the newest part when a ticket is opened,
 * older parts when they are wanted. Of the engine's thread.
 */
final class ConversationLoader {
  private static final int PAGE = 100;

  private final Core core;
  private final DeskApi api;
  private final ConfirmedCopy copy;

  ConversationLoader(Core core, DeskApi api, ConfirmedCopy copy) {
    this.core = core;
    this.api = api;
    this.copy = copy;
  }

  private record Loaded(List<Message> messages, List<HistoryEntry> history, Reach reach) {}

  /** Loads the newest part. */
  void newest(UUID ticketId, Conversation target, Runnable done, Consumer<Exception> failed) {
    core.background()
        .run(
            () -> load(ticketId, null),
            loaded -> {
              if (copy.ticket(ticketId) != null) {
                dropHoles(ticketId, target, loaded);
                keep(ticketId, target, loaded);
              }
              done.run();
            },
            failed);
  }

  /** Loads the part before what is there; call it only where there is one. */
  void older(
      UUID ticketId, Conversation target, Reach from, Runnable done, Consumer<Exception> failed) {
    core.background()
        .run(
            () -> load(ticketId, from),
            loaded -> {
              if (copy.ticket(ticketId) != null) {
                keep(ticketId, target, loaded);
              }
              done.run();
            },
            failed);
  }

  private Loaded load(UUID ticketId, @Nullable Reach from) throws IOException {
    List<Message> messages = List.of();
    List<HistoryEntry> history = List.of();
    String olderMessages = null;
    String olderHistory = null;
    if (from == null || from.olderMessages() != null) {
      MessagePage page = api.messages(ticketId, from == null ? null : from.olderMessages(), PAGE);
      messages = page.messages();
      olderMessages = page.nextCursor();
    }
    if (from == null || from.olderHistory() != null) {
      HistoryPage page = api.history(ticketId, from == null ? null : from.olderHistory(), PAGE);
      history = page.history();
      olderHistory = page.nextCursor();
    }
    return new Loaded(messages, history, new Reach(olderMessages, olderHistory));
  }

  private void dropHoles(UUID ticketId, Conversation target, Loaded loaded) {
    Instant messages =
        loaded.reach().olderMessages() == null
            ? Instant.EPOCH
            : loaded.messages().stream()
                .map(Message::createdAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    Instant history =
        loaded.reach().olderHistory() == null
            ? Instant.EPOCH
            : loaded.history().stream()
                .map(HistoryEntry::timestamp)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    copy.store().conversations().dropBefore(ticketId, messages, history);
    target.dropBefore(messages, history);
  }

  private void keep(UUID ticketId, Conversation target, Loaded loaded) {
    List<Message> news = target.news(loaded.messages());
    copy.store().conversations().add(ticketId, news, loaded.history(), loaded.reach());
    target.add(news, loaded.history(), loaded.reach());
  }
}
