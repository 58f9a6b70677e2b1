package io.deskhand.server.store;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/** Tells what a failing database or disk means for the one who asked. */
public final class Failures {
  private static final List<String> UNSTORABLE_TEXT = List.of("22021");

  /**
   * SQLSTATEs after which the same again may work: the connection broke (08, 57P, 25P03), too many
   * connections, a deadlock or a lock that did not come.
   */
  private static final List<String> TRANSIENT =
      List.of("08", "57P", "25P03", "53300", "40", "55P03");

  private Failures() {}

  /** The failure as the caller is to see it: a full disk as a problem, others as they are. */
  static RuntimeException ofOne(RuntimeException failure) {
    if (!(failure instanceof JdbiException || failure instanceof StoreFailure)) {
      return failure;
    }
    if (isNoSpace(failure)) {
      return outOfSpace(failure);
    }
    if (hasState(failure, UNSTORABLE_TEXT)) {
      return problem(ErrorCode.MALFORMED_REQUEST, "Text cannot hold the character U+0000", failure);
    }
    return isNoConnection(failure) ? unavailable(failure) : failure;
  }

  /** The failure of a whole group of works, which is never the fault of one of them. */
  static ProblemException ofGroup(Throwable failure) {
    return isNoSpace(failure) ? outOfSpace(failure) : unavailable(failure);
  }

  static ProblemException outOfSpace(Throwable cause) {
    return problem(ErrorCode.OUT_OF_SPACE, "The server's disk is full", cause);
  }

  /** The failure of a disk as the caller is to see it: a full one as a problem. */
  public static RuntimeException ofDisk(IOException failure) {
    return isNoSpace(failure)
        ? outOfSpace(failure)
        : new UncheckedIOException("cannot keep a file", failure);
  }

  private static ProblemException unavailable(Throwable cause) {
    return problem(ErrorCode.UNAVAILABLE, "The server's store is out of order", cause);
  }

  private static ProblemException problem(ErrorCode code, String detail, Throwable cause) {
    return new ProblemException(Problem.of(code, detail), cause);
  }

  private static boolean isNoSpace(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = t.getMessage();
      if (message != null
          && (message.contains("No space left") || message.contains("not enough space"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoConnection(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLTransientConnectionException
          || t instanceof ConnectionException
          || isClosed(t)) {
        return true;
      }
    }
    return hasState(failure, TRANSIENT);
  }

  private static boolean hasState(Throwable failure, List<String> states) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String state = t instanceof SQLException sql ? sql.getSQLState() : null;
      if (state != null && states.stream().anyMatch(state::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** H2's way to say that the database or the connection is closed. */
  private static boolean isClosed(Throwable t) {
    return t instanceof SQLException sql
        && (sql.getErrorCode() == org.h2.api.ErrorCode.DATABASE_IS_CLOSED
            || sql.getErrorCode() == org.h2.api.ErrorCode.OBJECT_CLOSED
            || sql.getErrorCode() == org.h2.api.ErrorCode.CONNECTION_BROKEN_1);
  }
}
