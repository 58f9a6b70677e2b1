package io.deskhand.server.sla;

import io.deskhand.model.Role;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Problems;

/** Who sets the desk's targets. */
final class Admins {
  private Admins() {}

  static void only(Exchange exchange) {
    if (exchange.session().me().role() != Role.ADMIN) {
      throw Problems.forbidden("For admins only");
    }
  }
}
