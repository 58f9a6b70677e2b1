package io.deskhand.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measurement.
 *
 * @param name what was measured, such as {@value #RESOLUTION_TIME}
 * @param value times are in milliseconds
 * @param dimensions what to group by, by name
 * @param ticketId what it was measured at; null for the desk as a whole
 */
public record Metric(
    UUID id,
    String name,
    double value,
    Map<String, String> dimensions,
    @Nullable UUID ticketId,
    Instant recordedAt) {
  /** From a ticket's creation to its resolution, in milliseconds. */
  public static final String RESOLUTION_TIME = "ticket.resolution_time";

  /** One for each time that an automation failed. */
  public static final String AUTOMATION_FAILED = "automation.failed";

  public Metric {
    dimensions = Map.copyOf(dimensions);
  }
}
