package io.deskhand.sync;

import io.deskhand.model.Attachment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * The files of messages: those that are to be sent, which are in the profile before a message that
 * carries them is accepted, and those that others have sent, which come when they are asked for and
 * stay. All are encrypted on disk. Thread-safe. Stages fail with {@link SyncException} only.
 */
public interface Attachments {
  /**
   * Copies a file into the profile. Completes when the disk has all of it; the original is not
   * needed any more.
   *
   * <p>Fails with FILE_REFUSED for what no server would take or the profile has no room for.
   */
  CompletionStage<OutgoingFile> add(Path file);

  /** The same for what is no file yet, such as a picture on the clipboard. */
  CompletionStage<OutgoingFile> add(String name, byte[] content);

  /** Forgets a copy that no draft and no message needs any more. */
  void drop(UUID id);

  /** What is on its way to or from the server now, by file. */
  Live<Map<UUID, Transfer>> transfers();

  /**
   * Writes a file of a ticket's message to {@code target}, in plain; whatever was there is replaced
   * when all of it has come. Fails with OFFLINE if it is not here and there is no server to ask.
   */
  CompletionStage<Void> save(UUID ticketId, Attachment file, Path target);

  /**
   * A picture of a file, small unless it is not sent yet, as PNG, JPEG, GIF or BMP; empty if it has
   * none, or none is here while offline.
   */
  CompletionStage<Optional<byte[]>> picture(UUID ticketId, Attachment file);

  /** How much of a file has come over, of {@code total} bytes. */
  record Transfer(long done, long total) {
    /** From 0 to 1. */
    public double share() {
      return total == 0 ? 0 : (double) done / total;
    }
  }
}
