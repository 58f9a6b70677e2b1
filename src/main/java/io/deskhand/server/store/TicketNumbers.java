package io.deskhand.server.store;

import org.jdbi.v3.core.Handle;

/** The sequence of ticket numbers of each year. Only the writer comes here, so nothing races. */
final class TicketNumbers {
  private TicketNumbers() {}

  static long next(Handle handle, int year) {
    long next =
        handle
                .createQuery("SELECT last_number FROM ticket_numbers WHERE number_year = ?")
                .bind(0, year)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L)
            + 1;
    reserve(handle, year, next);
    return next;
  }

  /** Makes {@code last} the last number that was given in {@code year}. */
  static void reserve(Handle handle, int year, long last) {
    int known =
        handle.execute(
            "UPDATE ticket_numbers SET last_number = ? WHERE number_year = ?", last, year);
    if (known == 0) {
      handle.execute(
          "INSERT INTO ticket_numbers (number_year, last_number) VALUES (?, ?)", year, last);
    }
  }
}
