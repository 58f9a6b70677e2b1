package io.deskhand.server.store;

import io.deskhand.model.Category;
import io.deskhand.protocol.EntityType;
import org.jdbi.v3.core.Handle;

final class LoggedCategories extends SqlCategories implements CategoryWrites {
  private final Changes changes;

  LoggedCategories(Handle handle, Changes changes) {
    super(handle);
    this.changes = changes;
  }

  @Override
  public void insert(Category category) {
    PlaceRows.CATEGORIES.insert(handle, category);
    changes.put(EntityType.CATEGORY, category.key(), category, null, Audience.STAFF, null);
  }

  @Override
  public void update(Category before, Category after) {
    PlaceRows.CATEGORIES.update(handle, after);
    changes.put(EntityType.CATEGORY, after.key(), after, Audience.STAFF, Audience.STAFF, null);
  }
}
