package io.deskhand.server.store;

import io.deskhand.model.FollowUp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Activities, or issues. */
public interface FollowUpReads<T extends FollowUp> {
  /** The one with this id, if {@code scope} may see it. */
  Optional<T> find(UUID id, Scope scope);

  /** The {@code limit} newest of those that {@code scope} sees, before a place, newest first. */
  List<T> page(FollowUpFilter filter, Scope scope, @Nullable Position before, int limit);

  long count(FollowUpFilter filter, Scope scope);

  /** Whether anything ever had this id. */
  boolean isTaken(UUID id);
}
