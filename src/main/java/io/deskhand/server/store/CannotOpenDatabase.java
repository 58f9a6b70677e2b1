package io.deskhand.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The database is not there, does not let this server in, or cannot be used by it. */
public final class CannotOpenDatabase extends RuntimeException {
  CannotOpenDatabase(DatabaseUrl database, SQLException cause) {
    super("Cannot open " + database + ": " + firstLine(cause), cause);
  }

  CannotOpenDatabase(Path directory, Throwable cause) {
    super("Cannot open the data in " + directory + ": " + firstLine(innermost(cause)), cause);
  }

  /** What came of opening the data in {@code directory}: one of these where the disk is why. */
  static RuntimeException of(Path directory, RuntimeException failure) {
    boolean known = failure instanceof CannotOpenDatabase;
    for (Throwable cause = failure; cause != null && !known; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof SQLException) {
        return new CannotOpenDatabase(directory, failure);
      }
    }
    return failure;
  }

  /** What the disk itself said, without what each layer above made of it. */
  private static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      innermost = cause.getMessage() == null ? innermost : cause;
    }
    return innermost;
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
