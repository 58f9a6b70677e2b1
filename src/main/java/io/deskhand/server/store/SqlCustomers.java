package io.deskhand.server.store;

import io.deskhand.model.Customer;
import io.deskhand.server.store.seal.BlindKey;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class SqlCustomers implements CustomerWrites {
  private final Handle handle;

  SqlCustomers(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Customer> find(UUID id) {
    return handle
        .createQuery("SELECT c.* FROM customers c WHERE c.id = ?")
        .bind(0, id)
        .map(Row.mapper(CustomerRows::customer))
        .findOne();
  }

  @Override
  public Optional<Customer> findByEmail(String email) {
    return handle
        .createQuery("SELECT c.* FROM customers c WHERE c.email_key = ?")
        .bind(0, BlindKey.email(email))
        .map(Row.mapper(CustomerRows::customer))
        .findOne();
  }

  @Override
  public void insert(Customer customer) {
    CustomerRows.CUSTOMERS.insert(handle, customer);
  }
}
