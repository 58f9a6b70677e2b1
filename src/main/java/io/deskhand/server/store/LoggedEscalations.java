package io.deskhand.server.store;

import io.deskhand.model.EscalationRequest;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class LoggedEscalations extends SqlEscalations implements EscalationWrites {
  private final Changes changes;

  LoggedEscalations(Handle handle, Changes changes) {
    super(handle);
    this.changes = changes;
  }

  @Override
  public void insert(EscalationRequest request, Ticket ticket) {
    TABLE.insert(handle, request);
    log(request, null, Audience.of(ticket, true));
  }

  @Override
  public void update(EscalationRequest request, Ticket before, Ticket now) {
    TABLE.update(handle, request);
    log(request, Audience.of(before, true), Audience.of(now, true));
  }

  private void log(EscalationRequest request, @Nullable Audience before, Audience after) {
    changes.put(EntityType.ESCALATION, request.id(), request, before, after, request.ticketId());
  }
}
