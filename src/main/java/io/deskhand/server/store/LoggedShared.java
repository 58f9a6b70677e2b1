package io.deskhand.server.store;

import io.deskhand.model.Shareable;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class LoggedShared<T extends Shareable> extends SqlShared<T> implements SharedWrites<T> {
  private final Changes changes;

  LoggedShared(Handle handle, Changes changes, Kind<T> kind) {
    super(handle, kind);
    this.changes = changes;
  }

  @Override
  public void insert(T row) {
    kind.table().insert(handle, row);
    log(null, row);
  }

  @Override
  public void update(T before, T after) {
    kind.table().update(handle, after);
    log(before, after);
  }

  @Override
  public void delete(T row) {
    handle.execute("DELETE FROM " + kind.name() + " WHERE id = ?", row.id());
    log(row, null);
  }

  private void log(@Nullable T before, @Nullable T after) {
    Audience knew = audience(before);
    Audience learns = audience(after);
    if (after != null && learns != null) {
      changes.put(kind.entity(), after.id(), after, knew, learns, null);
    } else if (before != null && knew != null) {
      changes.remove(kind.entity(), before.id(), knew, null);
    }
  }

  /** Who is told of it: those that it is shared with; null for nobody. */
  private static @Nullable Audience audience(@Nullable Shareable row) {
    if (row == null || !row.shared()) {
      return null;
    }
    UUID department = row.departmentId();
    return department == null
        ? Audience.STAFF
        : new Audience(null, null, null, department, true, false);
  }
}
