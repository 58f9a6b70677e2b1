package io.deskhand.server.store;

import io.deskhand.model.Organization;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class SqlOrganizations implements OrganizationReads {
  private final Handle handle;

  SqlOrganizations(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Organization> find(UUID id) {
    return handle
        .createQuery("SELECT o.* FROM organizations o WHERE o.id = ?")
        .bind(0, id)
        .map(Row.mapper(CustomerRows::organization))
        .findOne();
  }
}
