package io.deskhand.console.history;

import io.deskhand.console.ui.When;
import io.deskhand.model.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of entries: newest first, by day. */
final class HistoryRows {
  private HistoryRows() {}

  /** The entries that are wanted, newest first. */
  static List<HistoryEntry> wanted(
      List<HistoryEntry> entries, @Nullable Kind only, boolean messages) {
    return entries.reversed().stream()
        .filter(
            entry -> {
              Kind kind = Kind.of(entry.action());
              return only == null ? messages || kind != Kind.MESSAGES : kind == only;
            })
        .toList();
  }

  static List<HistoryRow> of(List<HistoryEntry> newestFirst, HistoryWords words, When when) {
    List<HistoryRow> rows = new ArrayList<>();
    String day = null;
    for (int i = 0; i < newestFirst.size(); i++) {
      HistoryEntry entry = newestFirst.get(i);
      String its = when.day(entry.timestamp());
      if (!its.equals(day)) {
        rows.add(new HistoryRow.Day(its));
        day = its;
      }
      boolean last =
          i + 1 == newestFirst.size() || !when.day(newestFirst.get(i + 1).timestamp()).equals(its);
      rows.add(event(entry, last, words, when));
    }
    return List.copyOf(rows);
  }

  private static HistoryRow event(HistoryEntry entry, boolean last, HistoryWords words, When when) {
    return new HistoryRow.Event(
        entry.id(),
        words.icon(entry.action()),
        Kind.of(entry.action()),
        entry.performedByName(),
        words.what(entry),
        words.changes(entry),
        entry.details(),
        moment(entry, when),
        entry.timestamp(),
        last);
  }

  /** Under the heading of its day, the time says more than the day again. */
  private static String moment(HistoryEntry entry, When when) {
    boolean today = when.day(entry.timestamp()).equals(when.today());
    return today ? when.ago(entry.timestamp()) : when.time(entry.timestamp());
  }
}
