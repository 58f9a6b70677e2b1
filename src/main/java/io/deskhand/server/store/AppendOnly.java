package io.deskhand.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's trigger on what may only grow: refuses every UPDATE and DELETE. Made by H2 itself. */
public final class AppendOnly implements Trigger {
  private static final String TRIGGERED_ACTION_REFUSED = "27000";

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    throw new SQLException("this table is append-only", TRIGGERED_ACTION_REFUSED);
  }
}
