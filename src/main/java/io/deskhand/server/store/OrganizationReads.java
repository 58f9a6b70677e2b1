package io.deskhand.server.store;

import io.deskhand.model.Organization;
import java.util.Optional;
import java.util.UUID;

/** The companies that customers belong to. */
public interface OrganizationReads {
  Optional<Organization> find(UUID id);
}
