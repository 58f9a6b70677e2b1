package io.deskhand.server.store;

import io.deskhand.model.Customer;
import io.deskhand.server.store.seal.BlindKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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
  public List<Customer> findExactly(String text, int limit) {
    Where where =
        new Where()
            .and(
                "(x.email_key = ? OR x.phone_key = ? OR x.name_key = ?)",
                BlindKey.email(text),
                BlindKey.phone(text),
                BlindKey.name(text));
    return all().page(where, null, limit);
  }

  @Override
  public List<Customer> page(@Nullable UUID organizationId, @Nullable UUID after, int limit) {
    return all().page(of(organizationId), after, limit);
  }

  @Override
  public long count(@Nullable UUID organizationId) {
    return all().count(of(organizationId));
  }

  private Keyset<Customer> all() {
    return new Keyset<>(handle, "customers", Row.mapper(CustomerRows::customer));
  }

  private static Where of(@Nullable UUID organizationId) {
    Where where = new Where();
    return organizationId == null ? where : where.and("x.organization_id = ?", organizationId);
  }

  @Override
  public void insert(Customer customer) {
    CustomerRows.CUSTOMERS.insert(handle, customer);
  }

  @Override
  public void update(Customer customer) {
    CustomerRows.CUSTOMERS.update(handle, customer);
  }
}
