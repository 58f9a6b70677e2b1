package io.deskhand.server.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** A table, {@code x} in conditions, in pages by its id. */
record Keyset<T>(Handle handle, String table, RowMapper<T> mapper) {

  Optional<T> find(UUID id) {
    return page(new Where().and("x.id = ?", id), null, 1).stream().findFirst();
  }

  /** The {@code limit} first after {@code after} (null: of all). */
  List<T> page(Where where, @Nullable UUID after, int limit) {
    if (after != null) {
      where.and("x.id > ?", after);
    }
    String sql =
        "SELECT x.* FROM %s x WHERE %s ORDER BY x.id LIMIT %d".formatted(table, where.sql(), limit);
    return where.bindTo(handle.createQuery(sql)).map(mapper).list();
  }

  long count(Where where) {
    String sql = "SELECT COUNT(*) FROM " + table + " x WHERE " + where.sql();
    return where.bindTo(handle.createQuery(sql)).mapTo(Long.class).one();
  }
}
