package io.deskhand.server.store;

import io.deskhand.model.Metric;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measurements; those of no ticket are for leads and admins. */
public interface MetricReads {
  /** The {@code limit} newest of those that {@code scope} sees, before a place, newest first. */
  List<Metric> page(Filter filter, Scope scope, @Nullable Position before, int limit);

  long count(Filter filter, Scope scope);

  /**
   * Which measurements; null means any.
   *
   * @param from the first moment, included
   * @param to the first moment after, not included
   */
  record Filter(
      @Nullable String name,
      @Nullable UUID ticketId,
      @Nullable Instant from,
      @Nullable Instant to) {}
}
