package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a server can be asked, as its own description tells it. */
final class Api {
  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  /** A parameter of a query, or a header. */
  record Parameter(String name, JsonNode schema) {}

  /** A body that is taken. */
  record Body(String type, JsonNode schema) {}

  /**
   * One method on one path.
   *
   * @param path with its parameters in braces
   */
  record Operation(
      String method,
      String path,
      List<Parameter> query,
      List<Parameter> headers,
      List<Body> bodies) {}

  /**
   * Reads a description.
   *
   * @param document an OpenAPI document
   */
  Api(JsonNode document) {
    this.document = document;
    for (var path : document.path("paths").properties()) {
      for (var one : path.getValue().properties()) {
        operations.add(operation(one.getKey(), path.getKey(), one.getValue()));
      }
    }
  }

  private static Operation operation(String method, String path, JsonNode node) {
    List<Body> bodies = new ArrayList<>();
    node.path("requestBody")
        .path("content")
        .properties()
        .forEach(each -> bodies.add(new Body(each.getKey(), each.getValue().path("schema"))));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters(node, "query"),
        parameters(node, "header"),
        bodies);
  }

  private static List<Parameter> parameters(JsonNode node, String in) {
    return node.path("parameters")
        .valueStream()
        .filter(each -> each.path("in").asText().equals(in))
        .map(each -> new Parameter(each.path("name").asText(), each.path("schema")))
        .toList();
  }

  List<Operation> operations() {
    return operations;
  }

  /** The schema that {@code schema} stands for. */
  JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : resolve(document.at(reference.substring(1)));
  }
}
