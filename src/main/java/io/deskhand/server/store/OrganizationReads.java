package io.deskhand.server.store;

import io.deskhand.model.Organization;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The companies that customers belong to. */
public interface OrganizationReads {
  Optional<Organization> find(UUID id);

  /** The {@code limit} first after {@code after} (null: of all), by id. */
  List<Organization> page(@Nullable UUID after, int limit);

  long count();
}
