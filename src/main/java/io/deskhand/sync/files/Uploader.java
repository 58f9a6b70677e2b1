package io.deskhand.sync.files;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Upload;
import io.deskhand.protocol.UploadRequest;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.rest.FileApi;
import io.deskhand.sync.rest.Refused;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Brings one file to the server, from wherever the server has it to: also after a broken line, a
 * restart of either side, or an answer that got lost. Blocks; thread-safe.
 */
final class Uploader {
  /** A part: small enough for a slow line within the time that a call may take. */
  static final int PART_BYTES = 256 << 10;

  /** How often the server may be of another opinion on what is there without any progress. */
  private static final int PATIENCE = 3;

  private static final Set<ErrorCode> GO_ON =
      Set.of(ErrorCode.CONFLICT, ErrorCode.VALIDATION_FAILED);

  private static final byte[] NOTHING = {};
  private static final long CARRIED = -1;

  private final FileApi api;
  private final Spool spool;
  private final Transfers transfers;

  Uploader(FileApi api, Spool spool, Transfers transfers) {
    this.api = api;
    this.spool = spool;
    this.transfers = transfers;
  }

  /**
   * Returns when the server has the whole file.
   *
   * @throws CancellationException if {@code stopped} says so before
   */
  void bring(OutgoingFile file, BooleanSupplier stopped) throws IOException {
    try {
      long from = announced(file) ? 0 : arrived(file);
      if (from != CARRIED) {
        send(file, from, stopped);
      }
    } finally {
      transfers.ended(file.id());
    }
  }

  /** False if the server knows it already. */
  private boolean announced(OutgoingFile file) throws IOException {
    try {
      api.announce(new UploadRequest(file.id(), file.name(), file.size(), file.sha256()));
      return true;
    } catch (Refused e) {
      if (e.code() != ErrorCode.CONFLICT) {
        throw e;
      }
      return false;
    }
  }

  /** How much of it the server has; {@link #CARRIED} if a message has it by now. */
  private long arrived(OutgoingFile file) throws IOException {
    try {
      return api.append(file.id(), 0, NOTHING).offset();
    } catch (Refused e) {
      return e.code() == ErrorCode.NOT_FOUND ? CARRIED : where(e, 0);
    }
  }

  private void send(OutgoingFile file, long from, BooleanSupplier stopped) throws IOException {
    long at = from;
    int misses = 0;
    while (true) {
      transfers.at(file.id(), at, file.size());
      if (stopped.getAsBoolean()) {
        throw new CancellationException();
      }
      byte[] part = at < file.size() ? spool.read(file, at, PART_BYTES) : NOTHING;
      try {
        Upload now = api.append(file.id(), at, part);
        if (now.attachment() != null) {
          return;
        }
        misses = now.offset() > at ? 0 : misses + 1;
        at = now.offset();
      } catch (Refused e) {
        at = where(e, ++misses);
      }
    }
  }

  /** Where the server wants to go on: after a lost answer, or anew after damage on the way. */
  private static long where(Refused refused, int misses) throws IOException {
    Long offset = refused.uploadOffset();
    if (offset == null || !GO_ON.contains(refused.code())) {
      throw refused;
    }
    if (misses > PATIENCE) {
      throw new IOException("The server does not take a file: " + refused.words(), refused);
    }
    return offset;
  }
}
