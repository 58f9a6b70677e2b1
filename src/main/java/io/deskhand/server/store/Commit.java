package io.deskhand.server.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one business transaction changed, told after it is durable.
 *
 * @param tx the seq of its last row
 * @param event the live event that it is named for, one of {@link io.deskhand.protocol.Events}
 * @param rows its rows of the change log, never empty, in order of seq
 * @param ticketId the ticket that it is about, if it is about one
 * @param actor who did it; null for the desk itself
 * @param notices whom to notify of it
 */
public record Commit(
    long tx,
    String event,
    List<LogRow> rows,
    @Nullable UUID ticketId,
    @Nullable UUID actor,
    List<Notice> notices) {
  public Commit {
    rows = List.copyOf(rows);
    notices = List.copyOf(notices);
  }
}
