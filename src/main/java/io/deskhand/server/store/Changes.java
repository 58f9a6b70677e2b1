package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a transaction has changed so far; a row that changes twice is logged once. */
final class Changes {
  private record Key(EntityType entity, String id) {}

  private record Entry(
      @Nullable Object row,
      @Nullable Audience before,
      @Nullable Audience after,
      @Nullable UUID ticketId) {}

  private Map<Key, Entry> entries = new LinkedHashMap<>();

  void put(
      EntityType entity,
      Object id,
      Object row,
      @Nullable Audience before,
      Audience after,
      @Nullable UUID ticketId) {
    note(new Key(entity, id.toString()), new Entry(row, before, after, ticketId));
  }

  void remove(EntityType entity, Object id, Audience before, @Nullable UUID ticketId) {
    note(new Key(entity, id.toString()), new Entry(null, before, null, ticketId));
  }

  private void note(Key key, Entry entry) {
    entries.merge(
        key,
        entry,
        (first, last) -> new Entry(last.row(), first.before(), last.after(), last.ticketId()));
  }

  /** What there is now, to come back to with {@link #restore}. */
  Snapshot snapshot() {
    return new Snapshot(new LinkedHashMap<>(entries));
  }

  void restore(Snapshot snapshot) {
    entries = new LinkedHashMap<>(snapshot.entries);
  }

  /** The entries of the history, in the order in which they were written. */
  List<HistoryEntry> history() {
    return entries.values().stream()
        .map(Entry::row)
        .filter(HistoryEntry.class::isInstance)
        .map(HistoryEntry.class::cast)
        .toList();
  }

  /** The rows of the log, the first with the seq after {@code head}. */
  List<LogRow> rows(long head) {
    List<LogRow> rows = new ArrayList<>();
    long tx = head + entries.size();
    for (Map.Entry<Key, Entry> change : entries.entrySet()) {
      Key key = change.getKey();
      Entry entry = change.getValue();
      rows.add(
          new LogRow(
              head + rows.size() + 1,
              tx,
              key.entity(),
              key.id(),
              entry.row() == null ? Change.Op.REMOVE : Change.Op.PUT,
              entry.row() == null ? null : Json.bytes(entry.row()),
              entry.before(),
              entry.after(),
              entry.ticketId()));
    }
    return rows;
  }

  /** A state of the changes. */
  static final class Snapshot {
    private final Map<Key, Entry> entries;

    private Snapshot(Map<Key, Entry> entries) {
      this.entries = entries;
    }
  }
}
