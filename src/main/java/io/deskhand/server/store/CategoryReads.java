package io.deskhand.server.store;

import io.deskhand.model.Category;
import java.util.List;
import java.util.Optional;

/** What tickets are about. */
public interface CategoryReads {
  Optional<Category> find(String key);

  /** All of them, by key. */
  List<Category> all();
}
