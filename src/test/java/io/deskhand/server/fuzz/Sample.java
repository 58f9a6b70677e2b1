package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Makes values that fit a schema, and name things that are there. */
final class Sample {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> WORDS =
      List.of("printer", "invoice", "login", "screen", "refund", "paper", "signal", "lamp");
  private final Api api;
  private final Pools pools;
  private final Dice dice;

  Sample(Api api, Pools pools, Dice dice) {
    this.api = api;
    this.pools = pools;
    this.dice = dice;
  }

  /** A value for what is called {@code name}. */
  JsonNode of(String name, JsonNode schema) {
    JsonNode real = api.resolve(schema);
    if (real.has("anyOf")) {
      return dice.oneIn(12) ? JSON.nullNode() : of(name, real.path("anyOf").path(0));
    }
    if (real.has("allOf")) {
      return of(name, real.path("allOf").path(0));
    }
    if (real.has("enum")) {
      return real.path("enum").path(dice.below(real.path("enum").size()));
    }
    return switch (real.path("type").asText()) {
      case "object" -> object(real);
      case "array" -> array(name, real);
      case "boolean" -> JSON.booleanNode(dice.oneIn(2));
      case "integer" -> JSON.numberNode(dice.oneIn(10) ? dice.below(100_000) : dice.below(6));
      case "number" -> JSON.numberNode(dice.below(1_000) / 10.0);
      case "string" -> JSON.textNode(text(name, real.path("format").asText()));
      default -> Nasty.json(dice);
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asText).toList();
    for (var property : schema.path("properties").properties()) {
      if (required.contains(property.getKey()) || dice.oneIn(3)) {
        object.set(property.getKey(), of(property.getKey(), property.getValue()));
      }
    }
    if (schema.path("additionalProperties").isObject() && dice.oneIn(2)) {
      object.put("tag", dice.pick(WORDS)).put("status", dice.pick("open", "resolved"));
    }
    return object;
  }

  private ArrayNode array(String name, JsonNode schema) {
    ArrayNode array = JSON.arrayNode();
    String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    for (int count = dice.below(4); count > 0; count--) {
      array.add(of(one, schema.path("items")));
    }
    return array;
  }

  private String text(String name, String format) {
    return switch (format) {
      case "uuid" -> id(name);
      case "date-time" ->
          "2026-11-%02dT%02d:00:00.000Z".formatted(1 + dice.below(30), dice.below(24));
      default -> words(name);
    };
  }

  private String id(String name) {
    return name.equals("id")
        ? new UUID(dice.number(), dice.number()).toString()
        : pools.id(kindOf(name), dice);
  }

  /** Such as {@code tickets} for {@code ticketId}, and {@code agents} for {@code assignedTo}. */
  private static String kindOf(String name) {
    if (!name.endsWith("Id")) {
      return "agents";
    }
    String one = name.substring(0, name.length() - 2);
    String last = one.startsWith("target") ? one.substring("target".length()) : one;
    return last.toLowerCase(Locale.ROOT) + "s";
  }

  private String words(String name) {
    return switch (name) {
      case "category", "key" -> pools.id("categories", dice);
      case "email", "customerEmail" -> dice.pick(WORDS) + dice.below(50) + "@demo.desk";
      case "sort" -> dice.pick("", "-") + dice.pick("createdAt", "priority", "status", "dueAt");
      case "include" -> dice.pick("requester", "assignee", "organization", "deal");
      case "assignedTo" -> dice.pick("me", "none", pools.id("agents", dice));
      case "password" -> "demo";
      default -> dice.pick(WORDS) + (dice.oneIn(2) ? " " + dice.pick(WORDS) : "");
    };
  }

  /** A path with its parameters filled in. */
  String path(String template) {
    String[] parts = template.split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        parts[i] = pools.id(parts[i - 1], dice);
      }
    }
    return String.join("/", parts);
  }
}
