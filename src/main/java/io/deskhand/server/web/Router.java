package io.deskhand.server.web;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts handlers on paths: those of the desk under each of its prefixes, behind the sign-in. */
public final class Router {
  private static final String BEARER = "Bearer ";
  private final RoutesConfig routes;
  private final SessionVerifier sessions;
  private final Throttle rate;
  private final List<Route> list = new ArrayList<>();

  /**
   * @param rate of the requests that one person may send
   */
  public Router(RoutesConfig routes, SessionVerifier sessions, Throttle rate) {
    this.routes = routes;
    this.sessions = sessions;
    this.rate = rate;
  }

  /** Answers one request, on a virtual thread of its own. */
  @FunctionalInterface
  public interface Handler {
    Reply handle(Exchange exchange);
  }

  /** Every route so far, in the order in which they were added. */
  public List<Route> list() {
    return List.copyOf(list);
  }

  /** Notes a route that something else answers. */
  public void elsewhere(HandlerType method, String path, boolean open, Operation operation) {
    list.add(new Route(method, path, open, operation));
  }

  /** A route that needs no session. */
  public void open(HandlerType method, String path, Handler handler, Operation operation) {
    list.add(new Route(method, path, true, operation));
    routes.addHttpHandler(method, path, context -> send(context, handler, null));
  }

  /** A route of the desk; {@code path} as in {@link Routes}, below {@link Routes#SUPPORT}. */
  public void desk(HandlerType method, String path, Handler handler, Operation operation) {
    add(method, path, handler, operation);
  }

  /** The same, of a route that is not described yet. */
  public void desk(HandlerType method, String path, Handler handler) {
    add(method, path, handler, null);
  }

  private void add(
      HandlerType method, String path, Handler handler, @Nullable Operation operation) {
    list.add(new Route(method, path, false, operation));
    String below = path.substring(Routes.SUPPORT.length());
    routes.addHttpHandler(method, path, context -> send(context, handler, session(context)));
    routes.addHttpHandler(
        method, Routes.API_SUPPORT + below, context -> send(context, handler, session(context)));
    routes.addHttpHandler(
        method, Routes.ADMIN_SUPPORT + below, context -> send(context, handler, lead(context)));
    if (path.equals(Routes.TICKETS) || path.startsWith(Routes.TICKETS + "/")) {
      String plain = Routes.PLAIN_TICKETS + path.substring(Routes.TICKETS.length());
      routes.addHttpHandler(method, plain, context -> send(context, handler, session(context)));
    }
  }

  /** Answers one request with a file; with null for an answer that is its headers alone. */
  @FunctionalInterface
  public interface FileHandler {
    @Nullable FileReply handle(Exchange exchange);
  }

  /** A route of the desk that answers GET and HEAD with a file. */
  public void deskFile(String path, FileHandler handler, Operation operation) {
    Handler answer =
        exchange -> {
          FileReply file = handler.handle(exchange);
          return file == null ? Reply.empty() : file.send(exchange.context());
        };
    desk(HandlerType.GET, path, answer, operation);
    desk(HandlerType.HEAD, path, answer, operation);
  }

  private Session lead(Context context) {
    Session session = session(context);
    Access.leads(session);
    return session;
  }

  private Session session(Context context) {
    String header = context.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw ProblemException.of(ErrorCode.UNAUTHENTICATED, "Sign in first");
    }
    Session session = sessions.verify(header.substring(BEARER.length()).strip());
    rate.take(session.me().id().toString());
    return session;
  }

  private static void send(Context context, Handler handler, @Nullable Session session) {
    write(context, handler.handle(new Exchange(context, session)));
  }

  /** Sends {@code reply}. */
  public static void write(Context context, Reply reply) {
    context.status(reply.status());
    if (reply.body().length > 0) {
      context.contentType(reply.status() >= 400 ? Problem.MEDIA_TYPE : "application/json");
      context.result(reply.body());
    }
  }
}
