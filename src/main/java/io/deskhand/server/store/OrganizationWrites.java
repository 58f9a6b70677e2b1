package io.deskhand.server.store;

import io.deskhand.model.Organization;

/** The companies that customers belong to, to change. */
public interface OrganizationWrites extends OrganizationReads {
  void insert(Organization organization);

  void update(Organization organization);
}
