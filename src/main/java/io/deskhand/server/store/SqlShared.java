package io.deskhand.server.store;

import io.deskhand.model.Role;
import io.deskhand.model.Shareable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

class SqlShared<T extends Shareable> implements SharedReads<T> {
  final Handle handle;
  final Kind<T> kind;

  SqlShared(Handle handle, Kind<T> kind) {
    this.handle = handle;
    this.kind = kind;
  }

  @Override
  public Optional<T> find(UUID id) {
    return select(new Where().and("x.id = ?", id)).stream().findFirst();
  }

  @Override
  public List<T> of(Scope scope) {
    if (scope.role() == Role.ADMIN) {
      return select(new Where().and("(x.owner_id = ? OR x.shared)", scope.userId()));
    }
    List<Object> values = new ArrayList<>(List.of(scope.userId()));
    String departments = "";
    if (!scope.departments().isEmpty()) {
      departments = " OR x.department_id IN (" + Where.marks(scope.departments().size()) + ")";
      values.addAll(scope.departments());
    }
    String sql = "(x.owner_id = ? OR (x.shared AND (x.department_id IS NULL" + departments + ")))";
    return select(new Where().and(sql, values.toArray()));
  }

  @Override
  public long countOf(UUID owner) {
    return handle
        .createQuery("SELECT COUNT(*) FROM " + kind.name() + " x WHERE x.owner_id = ?")
        .bind(0, owner)
        .mapTo(Long.class)
        .one();
  }

  private List<T> select(Where where) {
    String sql =
        "SELECT x.* FROM %s x WHERE %s ORDER BY x.position, x.name, x.id"
            .formatted(kind.name(), where.sql());
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(kind.reader())).list();
  }
}
