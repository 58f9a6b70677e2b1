package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The chain over the history: one for the desk, in commit order. Whoever appends has written the
 * entries themselves in the same transaction.
 */
final class AuditChain {
  private static final Table<Link> LINKS =
      Table.<Link>named("history_chain")
          .bigNumber("link", Link::number)
          .id("entry_id", Link::entryId)
          .id("ticket_id", Link::ticketId)
          .bytes("hash", Link::hash)
          .build();

  private AuditChain() {}

  @SuppressWarnings("ArrayRecordComponent") // On its way to the table; compared by nobody.
  private record Link(long number, UUID entryId, UUID ticketId, byte[] hash) {}

  /**
   * How far the chain goes.
   *
   * @param hash of the last link; null while there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared with Arrays.equals where it matters.
  record End(long length, byte @Nullable [] hash) {}

  /** The chain's end as the desk remembers it; locked until the transaction ends. */
  static End end(Handle handle) {
    return handle
        .createQuery("SELECT chain_length, chain_hash FROM desk_state FOR UPDATE")
        .map(
            Row.mapper(
                row -> new End(row.bigNumber("chain_length"), row.bytesOrNull("chain_hash"))))
        .findOne()
        .orElseGet(() -> new End(0, null));
  }

  /** Links {@code entries}, in their order, to the end of the chain. */
  static void append(Handle handle, List<HistoryEntry> entries) {
    if (!entries.isEmpty()) {
      End end = link(handle, end(handle), entries);
      handle.execute(
          "UPDATE desk_state SET chain_length = ?, chain_hash = ?", end.length(), end.hash());
    }
  }

  /**
   * Links {@code entries}, in their order, to {@code end}.
   *
   * @return the new end, which the desk does not remember yet
   */
  static End link(Handle handle, End end, List<HistoryEntry> entries) {
    if (entries.isEmpty()) {
      return end;
    }
    long number = end.length();
    byte[] hash = end.hash();
    List<Link> links = new ArrayList<>(entries.size());
    for (HistoryEntry entry : entries) {
      number++;
      hash = ChainHash.of(hash, number, entry, entry.action().isForStaff());
      links.add(new Link(number, entry.id(), entry.ticketId(), hash));
    }
    LINKS.insertAll(handle, links);
    return new End(number, hash);
  }
}
