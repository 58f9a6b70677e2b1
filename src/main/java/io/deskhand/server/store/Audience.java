package io.deskhand.server.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deskhand.model.Ticket;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a row: the fields of its ticket that decide it, at the time of the change.
 *
 * @param staffOnly never for customers: internal notes, and history about them
 * @param everyone not tied to a ticket: agents, departments, categories
 */
public record Audience(
    @Nullable UUID customerId,
    @Nullable UUID assignedTo,
    @Nullable UUID escalatedTo,
    @Nullable UUID departmentId,
    boolean staffOnly,
    boolean everyone) {

  /** Everyone who works at the desk. */
  public static final Audience STAFF = new Audience(null, null, null, null, true, true);

  /** Those who may see {@code ticket}. */
  public static Audience of(Ticket ticket) {
    return of(ticket, false);
  }

  /** Those who may see something of {@code ticket}; of the staff only if {@code staffOnly}. */
  public static Audience of(Ticket ticket, boolean staffOnly) {
    return new Audience(
        ticket.customerId(),
        ticket.assignedTo(),
        ticket.escalatedTo(),
        ticket.departmentId(),
        staffOnly,
        false);
  }

  /** Whether no agent has it, so that every agent of its department may take it. */
  @JsonIgnore
  public boolean isUnassigned() {
    return assignedTo == null && escalatedTo == null;
  }
}
