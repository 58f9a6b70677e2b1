package io.deskhand.console.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the time line, ready to be shown. */
sealed interface HistoryRow {
  /** Names the row while it lives. */
  Object key();

  /** A day, above what happened in it. */
  record Day(String label) implements HistoryRow {
    @Override
    public Object key() {
      return label;
    }
  }

  /**
   * Something that happened.
   *
   * @param what as a phrase that follows the name
   * @param changes what changed, from what to what
   * @param last whether nothing older follows in the same day
   */
  record Event(
      UUID id,
      String icon,
      Kind kind,
      String who,
      String what,
      List<Change> changes,
      @Nullable String details,
      String ago,
      Instant at,
      boolean last)
      implements HistoryRow {
    @Override
    public Object key() {
      return id;
    }
  }

  /** A field and both values, in words; null for none. */
  record Change(String field, @Nullable String from, @Nullable String to) {}
}
