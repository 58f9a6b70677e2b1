package io.deskhand.server.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Operation;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API's description, OpenAPI 3.1, made of the routes that the server has. Thread-safe. */
public final class OpenApi {
  private static final String PROBLEM = "#/components/responses/Problem";
  private final Supplier<List<Route>> routes;
  private final String version;
  private @Nullable Reply document;

  /**
   * Describes {@code routes} as they are when the description is first asked for; those that nobody
   * has described are left out.
   *
   * @param version of the program
   */
  public OpenApi(Supplier<List<Route>> routes, String version) {
    this.routes = routes;
    this.version = version;
  }

  /** GET /openapi.json. */
  public synchronized Reply get(Exchange exchange) {
    if (document == null) {
      document = Reply.ok(document(routes.get(), version));
    }
    return document;
  }

  private static ObjectNode document(List<Route> routes, String version) {
    Schemas schemas = new Schemas();
    ObjectNode document = Json.object().put("openapi", "3.1.0");
    document.set("info", info(version));
    document.set("servers", servers());
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      Operation operation = route.operation();
      if (operation != null) {
        ObjectNode path = paths.withObjectProperty(route.path());
        path.set(
            route.method().name().toLowerCase(Locale.ROOT),
            new RouteWriter(schemas, route, operation).write());
      }
    }
    ObjectNode components = document.putObject("components");
    components.putObject("responses").set("Problem", problem(schemas));
    components
        .putObject("securitySchemes")
        .putObject("session")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "The accessToken of POST " + Routes.LOGIN);
    components.set("schemas", schemas.components());
    return document;
  }

  private static ObjectNode info(String version) {
    return Json.object()
        .put("title", "Deskhand")
        .put("version", version)
        .put(
            "description",
            """
            A support desk's backend. Names are camelCase and enum values lower_snake; on the way \
            in, customer_id is customerId and InProgress is in_progress. A field or parameter that \
            is not described here is refused by name. Times are RFC 3339 in UTC with milliseconds. \
            A field without a value is left out. What is below /support/tickets is below /tickets too.\
            """);
  }

  private static ArrayNode servers() {
    ArrayNode servers = Json.object().arrayNode();
    servers.addObject().put("url", "/");
    servers.addObject().put("url", "/api").put("description", "The same routes below /support");
    servers
        .addObject()
        .put("url", "/api/v1/admin")
        .put("description", "The same routes below /support, for leads and admins only");
    return servers;
  }

  private static ObjectNode problem(Schemas schemas) {
    String codes =
        Arrays.stream(ErrorCode.values())
            .map(code -> code.wire() + " (" + code.status() + ")")
            .collect(Collectors.joining(", "));
    ObjectNode response =
        Json.object().put("description", "What went wrong, RFC 9457, with a stable code: " + codes);
    response
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .set("schema", schemas.answer(Problem.class));
    return response;
  }

  /** A response that is a problem. */
  static ObjectNode problemReference() {
    return Json.object().put("$ref", PROBLEM);
  }
}
