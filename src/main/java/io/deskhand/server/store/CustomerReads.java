package io.deskhand.server.store;

import io.deskhand.model.Customer;
import java.util.Optional;
import java.util.UUID;

/** The people who ask for support. */
public interface CustomerReads {
  Optional<Customer> find(UUID id);

  /** By e-mail, in any case. */
  Optional<Customer> findByEmail(String email);
}
