package io.deskhand.server.app;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Router;
import io.deskhand.server.web.TooManyRequests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong in a request into a problem document. */
final class Failing {
  private static final Logger LOG = LoggerFactory.getLogger(Failing.class);

  private static final String RETRY_AFTER = "Retry-After";

  private Failing() {}

  static void register(RoutesConfig routes) {
    routes.exception(HttpResponseException.class, (e, context) -> unrouted(context, e));
    routes.exception(Exception.class, (e, context) -> thrown(context, e));
  }

  private static void thrown(Context context, Exception e) {
    if (e instanceof TooManyRequests limited) {
      context.header(RETRY_AFTER, Long.toString(limited.retryAfter().toSeconds()));
    }
    Optional<Problem> problem = Problems.of(e);
    if (problem.isPresent() && problem.get().code() == ErrorCode.UNAVAILABLE) {
      context.header(RETRY_AFTER, "1");
    }
    if (problem.isEmpty()) {
      LOG.error(
          "Request {} ({} {}) failed", requestId(context), context.method(), context.path(), e);
    }
    send(
        context,
        problem.orElseGet(
            () -> Problem.of(ErrorCode.INTERNAL, "Something went wrong on the server")));
  }

  private static void unrouted(Context context, HttpResponseException e) {
    int status = e.getStatus();
    if (status == 405) {
      context.header("Allow", e.getDetails().getOrDefault("availableMethods", ""));
    }
    send(
        context,
        switch (status) {
          case 404 -> Problem.of(ErrorCode.NOT_FOUND, "There is nothing at this path");
          case 405 ->
              Problem.of(
                  ErrorCode.METHOD_NOT_ALLOWED, "This path does not know " + context.method());
          case 413 -> Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "The request is too large");
          case 415 -> Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This media type is not known");
          default ->
              status < 500
                  ? Problem.of(ErrorCode.MALFORMED_REQUEST, "The request cannot be understood")
                  : Problem.of(ErrorCode.INTERNAL, "Something went wrong on the server");
        });
  }

  private static void send(Context context, Problem problem) {
    Problem named = problem.withRequestId(requestId(context));
    Router.write(context, new Reply(named.status(), Json.bytes(named)));
  }

  private static String requestId(Context context) {
    return Requests.id(context);
  }
}
