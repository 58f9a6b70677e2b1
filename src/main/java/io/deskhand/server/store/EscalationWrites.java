package io.deskhand.server.store;

import io.deskhand.model.EscalationRequest;
import io.deskhand.model.Ticket;

/** Requests to escalate a ticket, to add and to decide. */
public interface EscalationWrites extends EscalationReads {
  void insert(EscalationRequest request, Ticket ticket);

  /**
   * Replaces the request by what it is after the decision.
   *
   * @param before its ticket before the decision
   * @param now its ticket after that
   */
  void update(EscalationRequest request, Ticket before, Ticket now);
}
