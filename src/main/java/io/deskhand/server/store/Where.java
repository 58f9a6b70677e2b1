package io.deskhand.server.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** Conditions that must all hold, with the values for their question marks. */
final class Where {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  Where and(String condition, Object... more) {
    conditions.add(condition);
    Collections.addAll(values, more);
    return this;
  }

  /** {@code column} is one of {@code wanted}; nothing if there are none. */
  Where andIn(String column, Collection<?> wanted) {
    if (!wanted.isEmpty()) {
      conditions.add(column + " IN (" + marks(wanted.size()) + ")");
      values.addAll(wanted);
    }
    return this;
  }

  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  String sql() {
    return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
  }

  Object[] values() {
    return values.toArray();
  }

  /** Binds the values, from the first question mark on. */
  <S extends SqlStatement<S>> S bindTo(S statement) {
    for (int i = 0; i < values.size(); i++) {
      statement.bind(i, values.get(i));
    }
    return statement;
  }
}
