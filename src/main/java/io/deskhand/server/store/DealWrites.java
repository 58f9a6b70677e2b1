package io.deskhand.server.store;

import io.deskhand.model.Deal;

/** The sales deals, to add to and change. */
public interface DealWrites extends DealReads {
  void insert(Deal deal);

  void update(Deal deal);
}
