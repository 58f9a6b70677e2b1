package io.deskhand.sync.engine;

import io.deskhand.model.Attachment;
import io.deskhand.sync.Attachments;
import io.deskhand.sync.Intent;
import io.deskhand.sync.Live;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.files.FileDesk;
import io.deskhand.sync.outbox.Outbox;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files as the rest of the engine needs them: kept as long as a draft or an intent has them, and
 * not a moment longer than their ticket may be seen. Of the engine's thread, except for what {@link
 * Attachments} has.
 */
final class EngineFiles implements Attachments {
  private final Core core;
  private final FileDesk files;
  private final ConfirmedCopy copy;
  private final Outbox outbox;
  private final DraftBook drafts;

  EngineFiles(Core core, FileDesk files, ConfirmedCopy copy, Outbox outbox, DraftBook drafts) {
    this.core = core;
    this.files = files;
    this.copy = copy;
    this.outbox = outbox;
    this.drafts = drafts;
    outbox.onRemoved(this::left);
  }

  /**
   * Deletes what a crash has left behind.
   *
   * @param all whether every intent on disk could be read; else any copy may belong to one
   */
  void sweep(boolean all) {
    Set<UUID> needed = needed().collect(Collectors.toSet());
    core.journal()
        .execute(
            () -> {
              if (all) {
                files.sweepOutgoing(needed);
              }
            });
    files.receivedTickets().stream()
        .filter(ticket -> copy.ticket(ticket) == null)
        .forEach(ticket -> purge(Set.of(ticket)));
  }

  /** These tickets may not be seen any more. */
  void purge(Collection<UUID> tickets) {
    if (!tickets.isEmpty()) {
      core.journal().execute(() -> files.purge(tickets));
    }
  }

  /** The person has signed out. */
  void clearReceived() {
    core.journal().execute(files::clearReceived);
  }

  /** Whether an intent can be accepted: a message is never sent without its files. */
  void require(Intent intent) {
    if (intent instanceof Intent.Say say && !files.has(say.files())) {
      throw new SyncException(
          SyncException.Reason.FILE_REFUSED,
          "The copy of a file is not here any more. Remove it and add it again");
    }
  }

  @Override
  public CompletionStage<OutgoingFile> add(Path file) {
    return blocking(() -> files.take(file));
  }

  @Override
  public CompletionStage<OutgoingFile> add(String name, byte[] content) {
    return blocking(() -> files.take(name, content));
  }

  @Override
  public void drop(UUID id) {
    core.thread().execute(() -> dropUnneeded(id));
  }

  @Override
  public Live<Map<UUID, Transfer>> transfers() {
    return files.transfers();
  }

  @Override
  public CompletionStage<Void> save(UUID ticketId, Attachment file, Path target) {
    return blocking(
        () -> {
          files.save(ticketId, file, target);
          core.thread().execute(() -> purgeIfGone(ticketId));
          return null;
        });
  }

  @Override
  public CompletionStage<Optional<byte[]>> picture(UUID ticketId, Attachment file) {
    return blocking(
        () -> {
          Optional<byte[]> picture = files.picture(ticketId, file);
          core.thread().execute(() -> purgeIfGone(ticketId));
          return picture;
        });
  }

  /** An intent is not in the outbox any more: what it carried is the ticket's, or nobody's. */
  private void left(StoredIntent stored) {
    if (!(stored.intent() instanceof Intent.Say say) || say.files().isEmpty()) {
      return;
    }
    files.uploads().cancel(stored.id());
    boolean said = copy.ticket(say.ticketId()) != null && copy.hasMessage(say.messageId());
    for (OutgoingFile file : say.files()) {
      if (said) {
        core.journal().execute(() -> files.sent(say.ticketId(), file.id()));
      } else {
        dropUnneeded(file.id());
      }
    }
  }

  private void dropUnneeded(UUID id) {
    if (needed().noneMatch(id::equals)) {
      core.journal().execute(() -> files.drop(id));
    }
  }

  /** The ticket may have left while something of it was on its way. */
  private void purgeIfGone(UUID ticketId) {
    if (copy.ticket(ticketId) == null) {
      purge(Set.of(ticketId));
    }
  }

  private Stream<UUID> needed() {
    Stream<OutgoingFile> said =
        outbox.all().stream()
            .map(StoredIntent::intent)
            .filter(Intent.Say.class::isInstance)
            .flatMap(intent -> ((Intent.Say) intent).files().stream());
    Stream<OutgoingFile> drafted = drafts.all().get().stream().flatMap(it -> it.files().stream());
    return Stream.concat(said, drafted).map(OutgoingFile::id);
  }

  /** After {@link Engine#start}, so that nothing that is new here is taken for a leftover. */
  private <T> CompletionStage<T> blocking(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    core.thread()
        .execute(
            () -> core.background().run(work, result::complete, result::completeExceptionally));
    return Failures.told(result);
  }
}
