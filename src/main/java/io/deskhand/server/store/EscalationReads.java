package io.deskhand.server.store;

import io.deskhand.model.EscalationRequest;
import io.deskhand.model.EscalationStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests to escalate a ticket. */
public interface EscalationReads {
  Optional<EscalationRequest> find(UUID id);

  /** The one of a ticket that nobody has decided on. */
  Optional<EscalationRequest> pendingOf(UUID ticketId);

  /** The {@code limit} newest of those that {@code scope} sees, before a place, newest first. */
  List<EscalationRequest> page(Filter filter, Scope scope, @Nullable Position before, int limit);

  long count(Filter filter, Scope scope);

  /** Which requests; null and an empty set mean any. */
  record Filter(@Nullable UUID ticketId, Set<EscalationStatus> statuses) {
    public Filter {
      statuses = Set.copyOf(statuses);
    }
  }
}
