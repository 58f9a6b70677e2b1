package io.deskhand.server.people;

import io.deskhand.model.Role;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Problems;

/** Which roles may use a route at all. */
final class Guard {
  private Guard() {}

  static void staff(Exchange exchange) {
    if (!exchange.session().me().role().isStaff()) {
      throw Problems.forbidden("For the staff only");
    }
  }

  static void admin(Exchange exchange) {
    if (exchange.session().me().role() != Role.ADMIN) {
      throw Problems.forbidden("For admins only");
    }
  }
}
