package io.deskhand.server.people;

import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.protocol.CategoryPage;
import io.deskhand.protocol.CategoryRequest;
import io.deskhand.protocol.DepartmentPage;
import io.deskhand.protocol.DepartmentRequest;
import io.deskhand.server.index.Directory;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.UUID;

/** The routes of departments and categories. */
public final class PlaceRoutes {
  private final Directory directory;
  private final Writes writes;
  private final PlaceService places = new PlaceService();

  public PlaceRoutes(Directory directory, Writes writes) {
    this.directory = directory;
    this.writes = writes;
  }

  /** GET /support/departments. */
  public Reply departments(Exchange exchange) {
    Access.staff(exchange);
    ListSlice slice = ListSlice.read(exchange.params());
    var part = slice.of(directory.departments(), Department::id);
    return Reply.ok(new DepartmentPage(part.rows(), part.total(), part.nextCursor()));
  }

  /** POST /support/departments. */
  public Reply createDepartment(Exchange exchange) {
    Access.admins(exchange);
    DepartmentRequest request = exchange.body(DepartmentRequest.class);
    return writes.write(exchange, tx -> Reply.of(201, places.create(tx, request)));
  }

  /** PATCH /support/departments/{id}. */
  public Reply patchDepartment(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    DepartmentRequest request = exchange.body(DepartmentRequest.class);
    return writes.write(exchange, tx -> Reply.ok(places.patch(tx, id, request)));
  }

  /** GET /support/categories. */
  public Reply categories(Exchange exchange) {
    ListSlice slice = ListSlice.read(exchange.params());
    var part = slice.ofKeys(directory.categories(), Category::key);
    return Reply.ok(new CategoryPage(part.rows(), part.total(), part.nextCursor()));
  }

  /** POST /support/categories. */
  public Reply createCategory(Exchange exchange) {
    Access.admins(exchange);
    CategoryRequest request = exchange.body(CategoryRequest.class);
    return writes.write(exchange, tx -> Reply.of(201, places.create(tx, request)));
  }

  /** PATCH /support/categories/{key}. */
  public Reply patchCategory(Exchange exchange) {
    Access.admins(exchange);
    String key = exchange.pathText("key");
    CategoryRequest request = exchange.body(CategoryRequest.class);
    return writes.write(exchange, tx -> Reply.ok(places.patch(tx, key, request)));
  }
}
