package io.deskhand.server.index;

import io.deskhand.server.store.TicketOrder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param ids the tickets on the page, in order
 * @param versions the version of each, as it was found
 * @param total how many were found on all pages
 * @param next the place that the next page goes on after; null on the last one
 */
public record Hits(
    List<UUID> ids, List<Long> versions, long total, TicketOrder.@Nullable Place next) {
  public Hits {
    ids = List.copyOf(ids);
    versions = List.copyOf(versions);
  }
}
