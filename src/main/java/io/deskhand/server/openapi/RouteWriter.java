package io.deskhand.server.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import io.deskhand.server.web.Operation;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Route;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes one route's operation object. */
final class RouteWriter {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final String DESCRIPTION = "description";
  private static final String OCTETS = "application/octet-stream";
  private final Schemas schemas;
  private final Route route;
  private final Operation operation;

  RouteWriter(Schemas schemas, Route route, Operation operation) {
    this.schemas = schemas;
    this.route = route;
    this.operation = operation;
  }

  ObjectNode write() {
    ObjectNode node = Json.object();
    node.put("operationId", name()).put("summary", operation.says());
    node.putArray("tags").add(tag());
    ArrayNode security = node.putArray("security");
    if (!route.open()) {
      security.addObject().putArray("session");
    }
    if (!route.path().startsWith(Routes.SUPPORT)) {
      node.putArray("servers").addObject().put("url", "/");
    }
    ArrayNode parameters = parameters();
    if (!parameters.isEmpty()) {
      node.set("parameters", parameters);
    }
    if (operation.takes() != null || operation.media() != null) {
      node.set("requestBody", body());
    }
    node.set("responses", responses());
    return node;
  }

  private ObjectNode body() {
    ObjectNode body = Json.object();
    ObjectNode content = body.putObject("content");
    Class<?> type = operation.takes();
    if (type != null) {
      content.putObject("application/json").set("schema", schemas.request(type));
    }
    String media = operation.media();
    if (media != null) {
      content.putObject(media).set("schema", media.startsWith("multipart/") ? form() : bytes());
    }
    return body;
  }

  private static ObjectNode form() {
    ObjectNode form = Json.object().put("type", "object");
    form.putObject("properties").set("file", bytes());
    form.putArray("required").add("file");
    return form;
  }

  private static ObjectNode bytes() {
    return text().put("format", "binary");
  }

  /** Such as {@code postSupportTicketsIdAssign}. */
  private String name() {
    StringBuilder name = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    words()
        .forEach(
            word ->
                name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length()));
    return name.toString();
  }

  private String tag() {
    List<String> words = words();
    return words.size() > 1 && words.getFirst().equals("support") ? words.get(1) : words.getFirst();
  }

  private List<String> words() {
    return WORD.matcher(route.path()).results().map(MatchResult::group).toList();
  }

  private ArrayNode parameters() {
    ArrayNode all = Json.object().arrayNode();
    for (String name : pathParameters()) {
      ObjectNode schema = Json.object().put("type", "string");
      parameter(all, name, "path", name.equals("id") ? schema.put("format", "uuid") : schema)
          .put("required", true);
    }
    for (Parameter each : operation.parameters()) {
      ObjectNode one = schemas.request(each.type());
      ObjectNode schema = one;
      if (each.list()) {
        schema = Json.object().put("type", "array").set("items", one);
      }
      ObjectNode written = parameter(all, each.name(), "query", schema);
      written.put(DESCRIPTION, each.says());
      if (each.list()) {
        written.put("style", "form").put("explode", false);
      }
    }
    headers().forEach(all::add);
    return all;
  }

  private List<String> pathParameters() {
    return PATH_PARAMETER.matcher(route.path()).results().map(match -> match.group(1)).toList();
  }

  private List<ObjectNode> headers() {
    List<ObjectNode> headers = new ArrayList<>();
    ArrayNode sink = Json.object().arrayNode();
    if (!route.open() && !route.method().equals(HandlerType.GET)) {
      headers.add(
          parameter(sink, Routes.IDEMPOTENCY_KEY, "header", text())
              .put(DESCRIPTION, "Makes a repeat harmless: it gets the first answer"));
    }
    if (OCTETS.equals(operation.media())) {
      headers.add(
          parameter(sink, Routes.UPLOAD_OFFSET, "header", text())
              .put("required", true)
              .put(DESCRIPTION, "Where in the file the body begins"));
    }
    if (operation.versioned()) {
      headers.add(
          parameter(sink, "If-Match", "header", text())
              .put(DESCRIPTION, "The version in quotes that this is based on; else 412"));
    }
    return headers;
  }

  private static ObjectNode text() {
    return Json.object().put("type", "string");
  }

  private static ObjectNode parameter(ArrayNode to, String name, String in, ObjectNode schema) {
    ObjectNode parameter = to.addObject().put("name", name).put("in", in);
    parameter.set("schema", schema);
    return parameter;
  }

  private ObjectNode responses() {
    ObjectNode responses = Json.object();
    ObjectNode success =
        responses
            .putObject(Integer.toString(operation.status()))
            .put(DESCRIPTION, operation.says());
    Class<?> type = operation.gives();
    if (type != null) {
      success.putObject("content").putObject("application/json").set("schema", answer(type));
    }
    problems().forEach(status -> responses.set(status, OpenApi.problemReference()));
    return responses;
  }

  private List<String> problems() {
    List<String> statuses = new ArrayList<>();
    if (!route.open()) {
      statuses.addAll(List.of("401", "403"));
    }
    if (!pathParameters().isEmpty()) {
      statuses.add("404");
    }
    if (operation.versioned()) {
      statuses.addAll(List.of("409", "412"));
    }
    if (operation.takes() != null || !operation.parameters().isEmpty()) {
      statuses.add("422");
    }
    statuses.add("default");
    return statuses;
  }

  private ObjectNode answer(Class<?> type) {
    ObjectNode plain = schemas.answer(type);
    if (operation.embeds().isEmpty()) {
      return plain;
    }
    ObjectNode more = Json.object().put("type", "object");
    ObjectNode properties = more.putObject("properties");
    operation.embeds().forEach((name, each) -> properties.set(name, schemas.answer(each)));
    ObjectNode both = Json.object();
    both.putArray("allOf").add(plain).add(more);
    return both;
  }
}
