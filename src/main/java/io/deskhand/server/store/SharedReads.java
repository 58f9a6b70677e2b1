package io.deskhand.server.store;

import io.deskhand.model.Shareable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saved views, or macros. */
public interface SharedReads<T extends Shareable> {
  /** The one with this id, whoever it is for. */
  Optional<T> find(UUID id);

  /** Those that {@code scope} has or is given a share in, by position and name. */
  List<T> of(Scope scope);

  /** How many {@code owner} has made. */
  long countOf(UUID owner);
}
