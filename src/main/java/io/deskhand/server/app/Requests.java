package io.deskhand.server.app;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.UUID;

/**
 * What every request gets: an id, and headers that keep browsers from doing harm with the answer.
 */
final class Requests {
  private static final String ID = "X-Request-Id";

  private Requests() {}

  static void register(RoutesConfig routes) {
    routes.before(
        context ->
            context
                .header(ID, UUID.randomUUID().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Cache-Control", "no-store"));
  }

  /** The id under which the log knows the request. */
  static String id(Context context) {
    return Objects.requireNonNullElse(context.res().getHeader(ID), "none");
  }
}
