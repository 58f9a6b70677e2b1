package io.deskhand.server.feed;

import io.deskhand.model.Status;
import io.deskhand.model.WireEnum;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.TicketFilter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a snapshot's tickets, in the order in which a desk becomes usable. */
enum SnapshotPart implements WireEnum {
  /** What the session's own person works on. */
  MINE,
  /** The other tickets that need work. */
  ACTIVE,
  /** Those that are resolved or closed. */
  DONE;

  private static final Set<Status> ACTIVE_STATES =
      Arrays.stream(Status.values()).filter(Status::isActive).collect(Collectors.toSet());

  /** The tickets of this part; {@link #ACTIVE} has those of {@link #MINE} as well. */
  TicketFilter filter(Scope scope) {
    return switch (this) {
      case MINE -> TicketFilter.in(ACTIVE_STATES, scope.userId());
      case ACTIVE -> TicketFilter.in(ACTIVE_STATES, null);
      case DONE -> TicketFilter.in(Set.of(Status.RESOLVED, Status.CLOSED), null);
    };
  }

  /** The part after this one; null after the last. */
  @Nullable SnapshotPart next() {
    return switch (this) {
      case MINE -> ACTIVE;
      case ACTIVE -> DONE;
      case DONE -> null;
    };
  }
}
