package io.deskhand.server.store;

import io.deskhand.model.Category;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

class SqlCategories implements CategoryReads {
  final Handle handle;

  SqlCategories(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Category> find(String key) {
    return handle
        .createQuery("SELECT c.* FROM categories c WHERE c.category_key = ?")
        .bind(0, key)
        .map(Row.mapper(PlaceRows::category))
        .findOne();
  }

  @Override
  public List<Category> all() {
    return handle
        .createQuery("SELECT c.* FROM categories c ORDER BY c.category_key")
        .map(Row.mapper(PlaceRows::category))
        .list();
  }
}
