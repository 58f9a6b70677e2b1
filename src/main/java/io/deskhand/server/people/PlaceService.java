package io.deskhand.server.people;

import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Priority;
import io.deskhand.protocol.CategoryRequest;
import io.deskhand.protocol.DepartmentRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and changes departments and categories. */
final class PlaceService {
  private static final int HIGHEST_TIER = 3;

  Department create(Tx tx, DepartmentRequest request) {
    Validation validation = new Validation().required("name", request.name(), Limits.NAME);
    check(validation, request);
    Department department =
        new Department(
            tx.newId(),
            Objects.requireNonNull(request.name()).strip(),
            request.description(),
            Objects.requireNonNullElse(request.tier(), 1),
            0,
            1);
    tx.departments().insert(department);
    return department;
  }

  Department patch(Tx tx, UUID id, DepartmentRequest request) {
    Department before =
        tx.departments().find(id).orElseThrow(() -> Problems.notFound("department"));
    Validation validation = new Validation();
    if (request.name() != null) {
      validation.required("name", request.name(), Limits.NAME);
    }
    check(validation, request);
    Department after =
        new Department(
            id,
            Objects.requireNonNullElse(request.name(), before.name()),
            request.description() == null ? before.description() : request.description(),
            Objects.requireNonNullElse(request.tier(), before.tier()),
            before.agentCount(),
            before.version() + 1);
    tx.departments().update(before, after);
    return after;
  }

  private static void check(Validation validation, DepartmentRequest request) {
    validation
        .optional("description", request.description(), Limits.TEXT)
        .range("tier", request.tier(), 1, HIGHEST_TIER)
        .check();
  }

  Category create(Tx tx, CategoryRequest request) {
    String key = request.key() == null ? "" : request.key();
    Validation validation =
        new Validation()
            .required("key", key, Limits.NAME)
            .that(key.matches("[a-z][a-z0-9_]*"), "key", "must be lower_snake")
            .required("label", request.label(), Limits.NAME);
    department(validation, tx, request.departmentId()).check();
    if (tx.categories().find(key).isPresent()) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is a category with this key already");
    }
    Category category =
        new Category(
            key,
            Objects.requireNonNull(request.label()).strip(),
            request.departmentId(),
            Objects.requireNonNullElse(request.defaultPriority(), Priority.MEDIUM));
    tx.categories().insert(category);
    return category;
  }

  Category patch(Tx tx, String key, CategoryRequest request) {
    Category before = tx.categories().find(key).orElseThrow(() -> Problems.notFound("category"));
    Validation validation =
        new Validation()
            .that(request.key() == null || request.key().equals(key), "key", "never changes");
    if (request.label() != null) {
      validation.required("label", request.label(), Limits.NAME);
    }
    department(validation, tx, request.departmentId()).check();
    Category after =
        new Category(
            key,
            Objects.requireNonNullElse(request.label(), before.label()),
            request.departmentId() == null ? before.departmentId() : request.departmentId(),
            Objects.requireNonNullElse(request.defaultPriority(), before.defaultPriority()));
    tx.categories().update(before, after);
    return after;
  }

  private static Validation department(Validation validation, Tx tx, @Nullable UUID id) {
    return validation.that(
        id == null || tx.departments().find(id).isPresent(), "departmentId", "no such department");
  }
}
