package io.deskhand.sync.files;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.rest.FileApi;
import io.deskhand.sync.rest.Refused;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The content of messages' files, from wherever it is: what is to be sent, what was received, or
 * the server, and then it stays here. Blocks; thread-safe.
 */
final class Downloads {
  private static final int PART_BYTES = 512 << 10;

  /** The largest file that is its own picture, in bytes. */
  private static final long PICTURE_BYTES = 12L << 20;

  private final FileApi api;
  private final Spool spool;
  private final Received received;
  private final Transfers transfers;
  private final BooleanSupplier online;
  private final Object oneAtATime = new Object();
  private final Set<UUID> withoutPicture = ConcurrentHashMap.newKeySet();

  /**
   * @param online whether the server may be asked
   */
  Downloads(
      FileApi api, Spool spool, Received received, Transfers transfers, BooleanSupplier online) {
    this.api = api;
    this.spool = spool;
    this.received = received;
    this.transfers = transfers;
    this.online = online;
  }

  /** The whole content, to be closed. */
  InputStream open(UUID ticketId, Attachment file) throws IOException {
    if (spool.has(file.id())) {
      return spool.read(file.id());
    }
    synchronized (oneAtATime) {
      if (!received.has(ticketId, file.id())) {
        fetch(ticketId, file);
      }
      return received.read(ticketId, file.id());
    }
  }

  /** Something to show of an image; empty if there is nothing, or nothing here while offline. */
  Optional<byte[]> picture(UUID ticketId, Attachment file) throws IOException {
    if (!file.type().startsWith("image/")) {
      return Optional.empty();
    }
    boolean isItself = file.size() <= PICTURE_BYTES;
    if (spool.has(file.id())) {
      return isItself ? Optional.of(all(spool.read(file.id()))) : Optional.empty();
    }
    if (received.hasPicture(ticketId, file.id())) {
      return Optional.of(received.picture(ticketId, file.id()));
    }
    if (isItself && received.has(ticketId, file.id())) {
      return Optional.of(all(received.read(ticketId, file.id())));
    }
    return online.getAsBoolean() ? thumbnail(ticketId, file.id()) : Optional.empty();
  }

  private Optional<byte[]> thumbnail(UUID ticketId, UUID file) throws IOException {
    if (withoutPicture.contains(file)) {
      return Optional.empty();
    }
    try {
      byte[] picture = api.thumbnail(file);
      received.writePicture(ticketId, file, picture);
      return Optional.of(picture);
    } catch (Refused e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      withoutPicture.add(file);
      return Optional.empty();
    }
  }

  private void fetch(UUID ticketId, Attachment file) throws IOException {
    if (!online.getAsBoolean()) {
      throw new SyncException(
          Reason.OFFLINE, "“%s” has not been fetched yet".formatted(file.name()));
    }
    transfers.at(file.id(), 0, file.size());
    try {
      received.write(ticketId, file.id(), out -> copy(file, out));
    } finally {
      transfers.ended(file.id());
    }
  }

  private void copy(Attachment file, OutputStream out) throws IOException {
    for (long at = 0; at < file.size(); ) {
      byte[] part = api.read(file.id(), at, PART_BYTES);
      if (part.length == 0) {
        throw new EOFException(file.name() + " is shorter than the server says");
      }
      out.write(part);
      at += part.length;
      transfers.at(file.id(), at, file.size());
    }
  }

  private static byte[] all(InputStream content) throws IOException {
    try (content) {
      return content.readAllBytes();
    }
  }
}
