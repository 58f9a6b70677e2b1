package io.deskhand.server.tickets;

import io.deskhand.server.store.View;
import io.deskhand.server.web.Validation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks that what a ticket refers to is there. */
final class References {
  private References() {}

  static void check(
      Validation validation,
      View view,
      @Nullable String category,
      @Nullable UUID departmentId,
      @Nullable UUID organizationId) {
    validation
        .that(
            category == null || view.categories().find(category).isPresent(),
            "category",
            "no such category")
        .that(
            departmentId == null || view.departments().find(departmentId).isPresent(),
            "departmentId",
            "no such department")
        .that(
            organizationId == null || view.organizations().find(organizationId).isPresent(),
            "organizationId",
            "no such organization");
  }
}
