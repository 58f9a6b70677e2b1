package io.deskhand.server.store;

import io.deskhand.model.Deal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sales deals. */
public interface DealReads {
  Optional<Deal> find(UUID id);

  /** The {@code limit} first after {@code after} (null: of all), by id. */
  List<Deal> page(DealFilter filter, @Nullable UUID after, int limit);

  long count(DealFilter filter);
}
