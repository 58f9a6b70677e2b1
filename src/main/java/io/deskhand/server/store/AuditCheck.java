package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import io.deskhand.server.store.AuditReport.Break;
import io.deskhand.server.store.seal.KeyFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Recomputes the history's chain from its first link to its end; one check, one thread. */
public final class AuditCheck {
  private static final int AT_ONCE = 1_000;
  private final Handle handle;
  private long links = 0;
  private byte @Nullable [] hash;

  private AuditCheck(Handle handle) {
    this.handle = handle;
  }

  @SuppressWarnings("ArrayRecordComponent") // Compared with Arrays.equals.
  private record Linked(
      long number,
      UUID entryId,
      UUID ticketId,
      byte[] hash,
      @Nullable HistoryEntry entry,
      boolean staffOnly) {}

  /**
   * Checks the data in {@code directory}, which no server may have open.
   *
   * @throws DataDirInUse if one has
   * @throws NoDesk if there is no data
   */
  public static AuditReport run(Path directory, KeyFiles keys) {
    NoDesk.unlessIn(directory);
    try (DataDir locked = DataDir.lock(directory);
        Database database = DataKeys.openDatabase(locked, keys)) {
      return run(database);
    }
  }

  /**
   * Checks the data in a database that servers share; they may go on meanwhile.
   *
   * @param directory has the keys, where they are not in the database
   * @throws CannotOpenDatabase if it cannot be opened
   */
  public static AuditReport run(DatabaseUrl shared, Path directory, KeyFiles keys) {
    try (Database database = DataKeys.openDatabase(shared, directory, keys)) {
      return run(database);
    }
  }

  /** All of it as it is at one moment. */
  private static AuditReport run(Database database) {
    try (Handle handle = database.reader().open()) {
      return handle.inTransaction(
          TransactionIsolationLevel.REPEATABLE_READ, one -> new AuditCheck(one).report());
    }
  }

  private AuditReport report() {
    Optional<Break> broken = brokenLink().or(this::brokenEnd).or(this::unlinked);
    String head = hash == null ? "" : HexFormat.of().formatHex(hash);
    return new AuditReport(links, head, broken.orElse(null));
  }

  private Optional<Break> brokenLink() {
    List<Linked> page = page();
    while (!page.isEmpty()) {
      for (Linked link : page) {
        Optional<String> wrong = wrongWith(link);
        if (wrong.isPresent()) {
          return Optional.of(new Break(links + 1, link.ticketId(), link.entryId(), wrong.get()));
        }
        links = link.number();
        hash = link.hash();
      }
      page = page();
    }
    return Optional.empty();
  }

  private Optional<String> wrongWith(Linked link) {
    if (link.number() != links + 1) {
      return Optional.of("the link before this entry's is gone");
    }
    HistoryEntry entry = link.entry();
    if (entry == null) {
      return Optional.of("the entry is gone");
    }
    byte[] right = ChainHash.of(hash, link.number(), entry, link.staffOnly());
    return Arrays.equals(right, link.hash())
        ? Optional.empty()
        : Optional.of("the entry, or its link, is not what was written");
  }

  private Optional<Break> brokenEnd() {
    AuditChain.End end = AuditChain.end(handle);
    if (end.length() == links && Arrays.equals(end.hash(), hash)) {
      return Optional.empty();
    }
    return Optional.of(
        new Break(
            links + 1,
            null,
            null,
            "the chain was " + end.length() + " links long, or its end another"));
  }

  private Optional<Break> unlinked() {
    return handle
        .createQuery(
            """
            SELECT h.id, h.ticket_id FROM history h
            WHERE NOT EXISTS (SELECT 1 FROM history_chain c WHERE c.entry_id = h.id)
            ORDER BY h.id FETCH FIRST 1 ROWS ONLY\
            """)
        .map(
            Row.mapper(
                row ->
                    new Break(
                        links + 1, row.id("ticket_id"), row.id("id"), "the entry has no link")))
        .findOne();
  }

  private List<Linked> page() {
    return handle
        .createQuery(
            """
            SELECT c.link, c.entry_id, c.ticket_id AS linked_ticket, c.hash, h.*
            FROM history_chain c LEFT JOIN history h ON h.id = c.entry_id
            WHERE c.link > ? ORDER BY c.link FETCH FIRST %d ROWS ONLY\
            """
                .formatted(AT_ONCE))
        .bind(0, links)
        .map(Row.mapper(AuditCheck::read))
        .list();
  }

  private static Linked read(Row row) throws SQLException {
    boolean there = row.idOrNull("id") != null;
    return new Linked(
        row.bigNumber("link"),
        row.id("entry_id"),
        row.id("linked_ticket"),
        row.bytes("hash"),
        there ? HistoryRows.read(row) : null,
        there && row.flag("staff_only"));
  }
}
