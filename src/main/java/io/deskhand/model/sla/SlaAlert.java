package io.deskhand.model.sla;

import io.deskhand.model.WireEnum;
import java.time.Instant;
import java.util.UUID;

/**
 * That a target of a ticket is nearly or really missed; each one comes once.
 *
 * @param cycle 0, and one more each time the ticket was reopened
 * @param dueAt the deadline that it is about
 */
public record SlaAlert(UUID ticketId, SlaTarget target, Kind kind, int cycle, Instant dueAt) {
  /** How bad it is. */
  public enum Kind implements WireEnum {
    DUE_SOON,
    BREACHED
  }
}
