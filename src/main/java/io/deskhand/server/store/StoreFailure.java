package io.deskhand.server.store;

import java.sql.SQLException;

/** A statement that the database did not carry out. */
final class StoreFailure extends RuntimeException {
  StoreFailure(String message, SQLException cause) {
    super(message, cause);
  }
}
