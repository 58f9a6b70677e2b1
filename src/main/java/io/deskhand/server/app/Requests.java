package io.deskhand.server.app;

import io.deskhand.server.metrics.Metrics;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What every request gets: an id, headers that keep browsers from doing harm with the answer, and
 * in the end a line in the log and its place in the metrics.
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
  private static final Logger LOG = LoggerFactory.getLogger("io.deskhand.access");
  private static final String ID = "X-Request-Id";
  private static final String LOGGED_ID = "requestId";

  /** An id that somebody else gave the request, if it cannot do harm in a log. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final String NO_ROUTE = "none";
  private static final float NANOS_PER_MILLI = 1_000_000;

  private Requests() {}

  static void register(RoutesConfig routes, boolean overTls) {
    routes.before(
        context -> {
          String id = idFor(context.header(ID));
          MDC.put(LOGGED_ID, id);
          begin(context, id, overTls);
        });
    routes.wsBeforeUpgrade(context -> begin(context, idFor(context.header(ID)), overTls));
  }

  private static void begin(Context context, String id, boolean overTls) {
    context.header(ID, id);
    SAFE.forEach(context::header);
    if (overTls) {
      context.header("Strict-Transport-Security", "max-age=" + TLS_FOR.toSeconds());
    }
  }

  /** Counts every answer, and logs it: by its route, since a path may tell whom it is about. */
  static void observe(JavalinConfig config, Metrics metrics) {
    config.requestLogger.http(
        (context, millis) -> {
          Endpoint endpoint = context.endpoints().lastHttpEndpoint();
          String route = endpoint == null ? NO_ROUTE : endpoint.path;
          String method = context.method().name();
          int status = context.statusCode();
          metrics.request(
              method, route, status, Duration.ofNanos((long) (millis * NANOS_PER_MILLI)));
          LOG.debug("{} {} {} {} ms", method, route, status, millis);
          MDC.remove(LOGGED_ID);
        });
  }

  private static String idFor(@Nullable String given) {
    return given != null && SANE.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }

  /** The id under which the log knows the request. */
  static String id(Context context) {
    return Objects.requireNonNullElse(context.res().getHeader(ID), "none");
  }
}
