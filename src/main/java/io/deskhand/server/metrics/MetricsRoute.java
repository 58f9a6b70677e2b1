package io.deskhand.server.metrics;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * GET /metrics: open to this machine itself, and to whoever has the token. A request that a proxy
 * has passed on is not from this machine, whatever its address says.
 */
public final class MetricsRoute {
  private static final String BEARER = "Bearer ";
  private final Metrics metrics;
  private final @Nullable String token;

  /**
   * @param token that lets others in; null for nobody else
   */
  public MetricsRoute(Metrics metrics, @Nullable String token) {
    this.metrics = metrics;
    this.token = token;
  }

  /** Adds the route. */
  public void addTo(RoutesConfig routes) {
    routes.addHttpHandler(HandlerType.GET, Routes.METRICS, this::answer);
  }

  private void answer(Context context) {
    if (!isLocal(context) && !hasToken(context)) {
      throw ProblemException.of(ErrorCode.UNAUTHENTICATED, "Needs the token for metrics");
    }
    context.contentType(Metrics.MEDIA_TYPE).result(metrics.scrape());
  }

  private boolean hasToken(Context context) {
    String header = context.header("Authorization");
    return token != null
        && header != null
        && MessageDigest.isEqual(
            (BEARER + token).getBytes(StandardCharsets.UTF_8),
            header.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isLocal(Context context) {
    if (context.header("X-Forwarded-For") != null || context.header("Forwarded") != null) {
      return false;
    }
    try {
      return InetAddress.getByName(context.req().getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
