package io.deskhand.server.app;

import io.deskhand.server.web.Problems;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns away what a web page sends that has no business here: from another origin than those that
 * are allowed, or, to a server on the loopback address, under a name that is not its own.
 */
final class Doorkeeper {
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");
  private static final String MAX_AGE_SECONDS = "600";
  private final boolean loopback;
  private final Set<String> origins;

  Doorkeeper(boolean loopback, Set<String> origins) {
    this.loopback = loopback;
    this.origins = origins;
  }

  void register(RoutesConfig routes) {
    routes.before(this::look);
    routes.wsBeforeUpgrade(this::look);
  }

  private void look(Context context) {
    String host = context.header("Host");
    if (loopback && (host == null || !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches())) {
      throw Problems.forbidden("This server answers to localhost only");
    }
    String origin = context.header("Origin");
    if (origin == null) {
      return;
    }
    if (!origins.contains(origin)) {
      throw Problems.forbidden("Pages of this origin may not use the server");
    }
    allow(context, origin);
  }

  private static void allow(Context context, String origin) {
    context
        .header("Access-Control-Allow-Origin", origin)
        .header("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id")
        .header("Vary", "Origin");
    if (context.method().equals(HandlerType.OPTIONS)
        && context.header("Access-Control-Request-Method") != null) {
      context
          .header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
          .header(
              "Access-Control-Allow-Headers",
              "Authorization, Content-Type, Idempotency-Key, If-Match")
          .header("Access-Control-Max-Age", MAX_AGE_SECONDS)
          .status(204)
          .skipRemainingHandlers();
    }
  }
}
