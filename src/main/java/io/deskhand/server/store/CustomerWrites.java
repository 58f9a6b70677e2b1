package io.deskhand.server.store;

import io.deskhand.model.Customer;

/** The people who ask for support, to add to. */
public interface CustomerWrites extends CustomerReads {
  void insert(Customer customer);

  void update(Customer customer);
}
