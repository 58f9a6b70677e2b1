package io.deskhand.server.store;

import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hash of one link: SHA-256 over the hash before it, the link's number and its entry. Every
 * text goes in with its length, so that no two entries give the same bytes. It never changes: the
 * links that are stored depend on it.
 */
final class ChainHash {
  private static final int NONE = -1;
  private final MessageDigest digest = Sha256.start();

  private ChainHash() {}

  /**
   * @param before the hash of the link before; null for the first link
   * @param staffOnly who may see the entry, as its row says
   */
  static byte[] of(byte @Nullable [] before, long link, HistoryEntry entry, boolean staffOnly) {
    ChainHash hash = new ChainHash();
    if (before != null) {
      hash.digest.update(before);
    }
    hash.number(link);
    hash.entry(entry);
    hash.number(staffOnly ? 1 : 0);
    return hash.digest.digest();
  }

  private void entry(HistoryEntry entry) {
    id(entry.id());
    id(entry.ticketId());
    text(entry.action().wire());
    id(entry.performedBy());
    text(entry.performedByName());
    text(entry.details());
    number(entry.changes().size());
    for (FieldChange change : entry.changes()) {
      text(change.field());
      text(change.from());
      text(change.to());
    }
    number(entry.timestamp().toEpochMilli());
  }

  private void id(@Nullable UUID id) {
    text(id == null ? null : id.toString());
  }

  private void text(@Nullable String text) {
    if (text == null) {
      number(NONE);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
  }

  private void number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
  }
}
