package io.deskhand.server.store;

import io.deskhand.model.Shareable;

/** The same, to change; the log tells what is shared, and nothing of what somebody keeps alone. */
public interface SharedWrites<T extends Shareable> extends SharedReads<T> {
  void insert(T row);

  /** Replaces {@code before} by {@code after}, which has the same id. */
  void update(T before, T after);

  void delete(T row);
}
