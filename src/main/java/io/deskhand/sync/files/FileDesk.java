package io.deskhand.sync.files;

import io.deskhand.model.Attachment;
import io.deskhand.model.Ids;
import io.deskhand.sync.Attachments.Transfer;
import io.deskhand.sync.Live;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.cache.StoreTrouble;
import io.deskhand.sync.flow.Background;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.rest.FileApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The files of one person's messages at one server, on disk and on their way. Blocks, but for what
 * says otherwise; thread-safe.
 */
public final class FileDesk {
  private final Spool spool;
  private final Received received;
  private final Transfers transfers;
  private final Downloads downloads;
  private final Uploads uploads;
  private final Ids ids;

  /** What files work with. {@code online}: whether the server may be asked for what is not here. */
  public record Parts(
      FileApi api,
      Background background,
      Notifier notifier,
      Clock clock,
      Ids ids,
      BooleanSupplier online) {}

  /**
   * @param outgoing the folder of what is to be sent
   * @param kept the folder of what was received
   * @param key 32 bytes, for these files only
   */
  public FileDesk(Path outgoing, Path kept, byte[] key, Parts parts) {
    this.spool = new Spool(outgoing, key, Spool.MOST);
    this.received = new Received(kept, key, parts.clock(), Received.MOST);
    this.transfers = new Transfers(parts.notifier());
    this.downloads = new Downloads(parts.api(), spool, received, transfers, parts.online());
    this.uploads = new Uploads(new Uploader(parts.api(), spool, transfers), parts.background());
    this.ids = parts.ids();
  }

  /** What brings files to the server; of the engine's thread. */
  public Uploads uploads() {
    return uploads;
  }

  /** What is on its way; never waits. */
  public Live<Map<UUID, Transfer>> transfers() {
    return transfers.live();
  }

  /** Copies a file, to be sent. */
  public OutgoingFile take(Path file) {
    return spool.take(ids.next(), file);
  }

  /** The same for what somebody has in memory. */
  public OutgoingFile take(String name, byte[] content) {
    return spool.take(ids.next(), name, content);
  }

  /** Whether copies of all these are on disk. */
  public boolean has(Collection<OutgoingFile> files) {
    return files.stream().allMatch(file -> spool.has(file.id()));
  }

  /** Deletes a copy that will not be sent. */
  public void drop(UUID file) {
    spool.delete(file);
  }

  /** A copy was sent: it is one of the ticket's files now. */
  public void sent(UUID ticketId, UUID file) {
    try {
      if (spool.has(file)) {
        received.adopt(ticketId, file, spool.place(file));
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /** Deletes the copies that are none of {@code needed}. */
  public void sweepOutgoing(Collection<UUID> needed) {
    spool.sweep(needed);
  }

  /** The tickets of which something was received. */
  public List<UUID> receivedTickets() {
    try {
      return received.tickets();
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /** Deletes the received files of tickets. */
  public void purge(Collection<UUID> tickets) {
    try {
      for (UUID ticket : tickets) {
        received.purge(ticket);
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /** Deletes everything that was received. */
  public void clearReceived() {
    try {
      received.clear();
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /** Writes a file to {@code target}, in plain, as a whole or not at all. */
  public void save(UUID ticketId, Attachment file, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (InputStream in = downloads.open(ticketId, file)) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Something to show of an image; empty if there is nothing. */
  public Optional<byte[]> picture(UUID ticketId, Attachment file) throws IOException {
    return downloads.picture(ticketId, file);
  }

  private static SyncException trouble(IOException cause) {
    SyncException known = StoreTrouble.of(cause);
    return known == null
        ? new SyncException(Reason.INTERNAL, "The profile's files cannot be used", cause)
        : known;
  }
}
