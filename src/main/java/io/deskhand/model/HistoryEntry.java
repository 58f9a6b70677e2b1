package io.deskhand.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a ticket. Append-only for everyone, the server included. */
public record HistoryEntry(
    UUID id,
    UUID ticketId,
    HistoryAction action,
    @Nullable UUID performedBy,
    String performedByName,
    @Nullable String details,
    List<FieldChange> changes,
    Instant timestamp) {
  public HistoryEntry {
    changes = List.copyOf(changes);
  }
}
