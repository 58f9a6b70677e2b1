package io.deskhand.server.auth;

import io.deskhand.model.Category;
import io.deskhand.model.CommonDepartment;
import io.deskhand.model.Department;
import io.deskhand.server.store.Tx;
import java.util.Optional;
import java.util.UUID;

/** What a desk that nobody has worked at yet begins with. */
final class NewDesk {
  private NewDesk() {}

  /** Makes the common departments, unless there are any, and gives them the shipped categories. */
  static void furnish(Tx tx) {
    if (tx.departments().all().isEmpty()) {
      for (CommonDepartment common : CommonDepartment.values()) {
        UUID id = tx.newId();
        tx.departments().insert(new Department(id, common.label(), null, common.tier(), 0, 1));
        tx.categories().all().stream()
            .filter(category -> of(category).equals(Optional.of(common)))
            .forEach(category -> tx.categories().update(category, moved(category, id)));
      }
    }
  }

  private static Optional<CommonDepartment> of(Category category) {
    return CommonDepartment.ofCategory(category.key());
  }

  private static Category moved(Category category, UUID department) {
    return new Category(category.key(), category.label(), department, category.defaultPriority());
  }
}
