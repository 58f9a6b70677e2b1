package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a server can be asked, as its own description tells it. */
final class Api {
  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  /** A parameter of a query. */
  record Parameter(String name, JsonNode schema) {}

  /**
   * One method on one path.
   *
   * @param path with its parameters in braces
   * @param type the media type of the body; null for none
   */
  record Operation(
      String method, String path, List<Parameter> query, @Nullable String type, JsonNode body) {}

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
    List<Parameter> query =
        StreamSupport.stream(node.path("parameters").spliterator(), false)
            .filter(each -> each.path("in").asText().equals("query"))
            .map(each -> new Parameter(each.path("name").asText(), each.path("schema")))
            .toList();
    var bodies = node.path("requestBody").path("content").properties().iterator();
    var body = bodies.hasNext() ? bodies.next() : null;
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        query,
        body == null ? null : body.getKey(),
        body == null ? Json.object() : body.getValue().path("schema"));
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
