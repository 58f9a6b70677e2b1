package io.deskhand.server.web;

import io.deskhand.model.Role;

/**
 * Which roles may use a route at all; each throws a {@link io.deskhand.protocol.ProblemException}
 * with {@code forbidden} for the others, and {@code unauthenticated} for nobody.
 */
public final class Access {
  private Access() {}

  /** Agents, leads and admins. */
  public static void staff(Exchange exchange) {
    if (!role(exchange).isStaff()) {
      throw Problems.forbidden("For the staff only");
    }
  }

  /** Leads and admins. */
  public static void leads(Exchange exchange) {
    leads(exchange.session());
  }

  static void leads(Session session) {
    if (!session.me().role().isLead()) {
      throw Problems.forbidden("For leads and admins only");
    }
  }

  /** Admins. */
  public static void admins(Exchange exchange) {
    if (role(exchange) != Role.ADMIN) {
      throw Problems.forbidden("For admins only");
    }
  }

  private static Role role(Exchange exchange) {
    return exchange.session().me().role();
  }
}
