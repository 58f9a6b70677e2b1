package io.deskhand.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of the wire's records, as {@link Json} writes and reads them: what may be null may
 * be left out, enums have their wire names, and what a request may carry is all there is.
 */
final class Schemas {
  private static final String TYPE = "type";
  private final Map<String, ObjectNode> named = new TreeMap<>();
  private final Map<String, Key> owners = new HashMap<>();

  private record Key(Class<?> type, boolean request) {}

  /** The schema of an answer's {@code type}. */
  ObjectNode answer(Type type) {
    return of(type, false);
  }

  /** The schema of a request's {@code type}. */
  ObjectNode request(Type type) {
    return of(type, true);
  }

  /** Everything that the schemas so far refer to. */
  ObjectNode components() {
    ObjectNode all = Json.object();
    named.forEach(all::set);
    return all;
  }

  private ObjectNode of(Type type, boolean request) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, request);
    }
    return switch (type) {
      case Class<?> c when c.isRecord() -> reference(c, request);
      case Class<?> c when WireEnum.class.isAssignableFrom(c) -> names(c);
      case Class<?> c when JsonNode.class.isAssignableFrom(c) -> Json.object();
      case Class<?> c when c == UUID.class -> format("string", "uuid");
      case Class<?> c when c == Instant.class -> format("string", "date-time");
      case Class<?> c when c == String.class -> simple("string");
      case Class<?> c when c == boolean.class || c == Boolean.class -> simple("boolean");
      case Class<?> c when c == int.class || c == Integer.class -> format("integer", "int32");
      case Class<?> c when c == long.class || c == Long.class -> format("integer", "int64");
      case Class<?> c when c == double.class || c == Double.class -> format("number", "double");
      default -> throw new IllegalArgumentException("no schema for " + type);
    };
  }

  private ObjectNode container(ParameterizedType generic, boolean request) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] of = generic.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return simple("array").set("items", of(of[0], request));
    }
    if (Map.class.isAssignableFrom(raw)) {
      ObjectNode map = simple("object");
      if (of[0] instanceof Class<?> key && key.isEnum()) {
        map.set("propertyNames", of(key, request));
      }
      return map.set("additionalProperties", of(of[1], request));
    }
    throw new IllegalArgumentException("no schema for " + generic);
  }

  private ObjectNode reference(Class<?> type, boolean request) {
    String name = nameOf(type);
    Key owner = owners.putIfAbsent(name, new Key(type, request));
    if (owner == null) {
      named.put(name, record(type, request));
    } else if (!owner.equals(new Key(type, request))) {
      throw new IllegalStateException(name + " is two things: " + type + " and " + owner);
    }
    return Json.object().put("$ref", "#/components/schemas/" + name);
  }

  private static String nameOf(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : nameOf(outer)) + type.getSimpleName();
  }

  private ObjectNode record(Class<?> type, boolean request) {
    ObjectNode properties = Json.object();
    ArrayNode required = properties.arrayNode();
    for (RecordComponent component : type.getRecordComponents()) {
      ObjectNode property = of(component.getGenericType(), request);
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!optional) {
        required.add(component.getName());
      }
      properties.set(component.getName(), optional && request ? orNull(property) : property);
    }
    ObjectNode schema = simple("object");
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return request ? schema.put("additionalProperties", false) : schema;
  }

  private static ObjectNode orNull(ObjectNode schema) {
    ObjectNode either = Json.object();
    either.putArray("anyOf").add(schema).add(simple("null"));
    return either;
  }

  private static ObjectNode names(Class<?> type) {
    ObjectNode schema = simple("string");
    ArrayNode names = schema.putArray("enum");
    for (Object constant : type.getEnumConstants()) {
      names.add(((WireEnum) constant).wire());
    }
    return schema;
  }

  private static ObjectNode simple(String type) {
    return Json.object().put(TYPE, type);
  }

  private static ObjectNode format(String type, String format) {
    return simple(type).put("format", format);
  }
}
