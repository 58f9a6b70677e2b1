package io.deskhand.server.store;

import io.deskhand.model.Organization;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlOrganizations implements OrganizationWrites {
  private final Handle handle;
  private final Keyset<Organization> organizations;

  SqlOrganizations(Handle handle) {
    this.handle = handle;
    this.organizations =
        new Keyset<>(handle, "organizations", Row.mapper(CustomerRows::organization));
  }

  @Override
  public Optional<Organization> find(UUID id) {
    return organizations.find(id);
  }

  @Override
  public List<Organization> page(@Nullable UUID after, int limit) {
    return organizations.page(new Where(), after, limit);
  }

  @Override
  public long count() {
    return organizations.count(new Where());
  }

  @Override
  public void insert(Organization organization) {
    CustomerRows.ORGANIZATIONS.insert(handle, organization);
  }

  @Override
  public void update(Organization organization) {
    CustomerRows.ORGANIZATIONS.update(handle, organization);
  }
}
