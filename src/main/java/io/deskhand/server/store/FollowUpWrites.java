package io.deskhand.server.store;

import io.deskhand.model.FollowUp;
import io.deskhand.model.Ticket;
import org.jspecify.annotations.Nullable;

/** Activities, or issues, to change. */
public interface FollowUpWrites<T extends FollowUp> extends FollowUpReads<T> {
  /**
   * @param ticket its ticket; null if it has none
   */
  void insert(T row, @Nullable Ticket ticket);

  /**
   * Replaces {@code before} by {@code after}, which has the same id and the same ticket.
   *
   * @param ticket its ticket; null if it has none
   */
  void update(T before, T after, @Nullable Ticket ticket);
}
