package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to the tickets. */
public interface HistoryReads {
  /**
   * The last {@code limit} entries before {@code before} (null: of all), oldest first.
   *
   * @param forStaff whether entries that a customer may not see are among them
   */
  List<HistoryEntry> page(UUID ticketId, boolean forStaff, @Nullable Position before, int limit);

  long count(UUID ticketId, boolean forStaff);
}
