package io.deskhand.server.store;

import io.deskhand.model.FollowUp;
import io.deskhand.model.Ticket;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class LoggedFollowUps<T extends FollowUp> extends SqlFollowUps<T>
    implements FollowUpWrites<T> {
  private final Changes changes;

  LoggedFollowUps(Handle handle, Changes changes, Kind<T> kind) {
    super(handle, kind);
    this.changes = changes;
  }

  @Override
  public void insert(T row, @Nullable Ticket ticket) {
    kind.table().insert(handle, row);
    log(row, null, ticket);
  }

  @Override
  public void update(T before, T after, @Nullable Ticket ticket) {
    kind.table().update(handle, after);
    log(after, audience(before, ticket), ticket);
  }

  private void log(T row, @Nullable Audience before, @Nullable Ticket ticket) {
    changes.put(kind.entity(), row.id(), row, before, audience(row, ticket), row.ticketId());
  }

  private Audience audience(T row, @Nullable Ticket ticket) {
    return ticket != null
        ? Audience.of(ticket, true)
        : new Audience(null, row.assignedTo(), null, row.departmentId(), true, false);
  }
}
