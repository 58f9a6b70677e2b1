package io.deskhand.server.store;

import io.deskhand.model.Category;

/** What tickets are about, to change. */
public interface CategoryWrites extends CategoryReads {
  void insert(Category category);

  /** Replaces {@code before} by {@code after}, which has the same key. */
  void update(Category before, Category after);
}
