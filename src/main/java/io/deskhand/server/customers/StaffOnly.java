package io.deskhand.server.customers;

import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Problems;

/** Keeps customers out of what is the desk's own. */
final class StaffOnly {
  private StaffOnly() {}

  static void check(Exchange exchange) {
    if (!exchange.session().me().role().isStaff()) {
      throw Problems.forbidden("For the staff only");
    }
  }
}
