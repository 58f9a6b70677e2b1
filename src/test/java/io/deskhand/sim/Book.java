package io.deskhand.sim;

import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one person's console has accepted, and what became of it as far as the person knows. */
final class Book {
  private final Map<UUID, Entry> entries = new LinkedHashMap<>();
  private final Map<UUID, String> drafts = new LinkedHashMap<>();

  /** How an intent stands. */
  enum Standing {
    /** In the outbox. */
    OPEN,
    /** Gone from the outbox by itself. */
    DONE,
    /** Refused, or taken back before it was sent; the person was told. */
    DROPPED
  }

  /** An accepted intent; {@code mark} is a text that nothing else has, or null. */
  static final class Entry {
    final Intent intent;
    final long number;
    final String mark;
    private int epoch;
    Standing standing = Standing.OPEN;

    Entry(Intent intent, long number, String mark, int epoch) {
      this.intent = intent;
      this.number = number;
      this.mark = mark;
      this.epoch = epoch;
    }

    /** The epoch of the server that it is for. */
    int epoch() {
      return epoch;
    }
  }

  void accepted(PendingIntent pending, String mark, int epoch) {
    entries.put(pending.id(), new Entry(pending.intent(), pending.number(), mark, epoch));
  }

  /** The person puts it away. */
  void dropped(UUID id) {
    Entry entry = entries.get(id);
    if (entry != null) {
      entry.standing = Standing.DROPPED;
    }
  }

  /** What is not in the outbox any more is done. */
  void compare(List<PendingIntent> outbox) {
    List<UUID> there = outbox.stream().map(PendingIntent::id).toList();
    entries.forEach(
        (id, entry) -> {
          if (entry.standing == Standing.OPEN && !there.contains(id)) {
            entry.standing = Standing.DONE;
          } else if (entry.standing == Standing.DONE && there.contains(id)) {
            // What a lost removal has left on disk is asked once more.
            entry.standing = Standing.OPEN;
          }
        });
  }

  /**
   * The server has an earlier state and another epoch: what waits in the outbox is for that one.
   */
  void restored(List<PendingIntent> outbox, int now) {
    compare(outbox);
    entries.values().stream()
        .filter(entry -> entry.standing == Standing.OPEN)
        .forEach(entry -> entry.epoch = now);
  }

  List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  void drafted(UUID ticketId, String text) {
    drafts.put(ticketId, text);
  }

  Map<UUID, String> drafts() {
    return drafts;
  }
}
