package io.deskhand.server.store;

import java.sql.SQLException;

/** The database is not there, does not let this server in, or cannot be used by it. */
public final class CannotOpenDatabase extends RuntimeException {
  CannotOpenDatabase(DatabaseUrl database, SQLException cause) {
    super("Cannot open " + database + ": " + firstLine(cause), cause);
  }

  private static String firstLine(SQLException cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
