package io.deskhand.server.app;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What every request gets: an id, and headers that keep browsers from doing harm with the answer.
 */
final class Requests {
  /** What keeps browsers from doing harm with an answer. */
  static final Map<String, String> SAFE =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cache-Control", "no-store");

  private static final Duration TLS_FOR = Duration.ofDays(365);
  private static final String ID = "X-Request-Id";

  private Requests() {}

  static void register(RoutesConfig routes, boolean overTls) {
    Handler begin =
        context -> {
          context.header(ID, UUID.randomUUID().toString());
          SAFE.forEach(context::header);
          if (overTls) {
            context.header("Strict-Transport-Security", "max-age=" + TLS_FOR.toSeconds());
          }
        };
    routes.before(begin);
    routes.wsBeforeUpgrade(begin);
  }

  /** The id under which the log knows the request. */
  static String id(Context context) {
    return Objects.requireNonNullElse(context.res().getHeader(ID), "none");
  }
}
