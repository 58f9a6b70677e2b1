package io.deskhand.protocol;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The codec of the wire. Strict about unknown fields and types, lenient about how names are spelled
 * ({@code customer_id} is {@code customerId}); a list has no nulls in it. Writes camelCase,
 * lower_snake enums, RFC 3339 times in UTC with milliseconds, and leaves nulls out. Thread-safe.
 */
public final class Json {
  private static final JsonMapper MAPPER = mapper();
  private static final DirectReader DIRECT = new DirectReader(MAPPER);
  private static final DirectReader DIRECT_ROWS =
      new DirectReader(
          MAPPER
              .rebuild()
              .addModule(new SimpleModule("rows").addDeserializer(Change.class, new ChangeReader()))
              .build());

  private Json() {}

  /** {@code value} as UTF-8 JSON. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /** {@code value} as JSON text. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /** {@code value} as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** A new, empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads what somebody else wrote, however they spell field names.
   *
   * @throws BadJson if it is malformed, has an unknown or doubled field, or a wrong type
   */
  public static <T> T read(byte[] json, Class<T> type) {
    T direct = DIRECT.read(json, type);
    return direct == null ? convert(parse(json), type) : direct;
  }

  /**
   * The same for a page of changes. Each one's data may be bound already: {@link #convert} is the
   * way to it, and no other.
   */
  public static <T> T readRows(byte[] json, Class<T> type) {
    T direct = DIRECT_ROWS.read(json, type);
    return direct == null ? convert(parse(json), type) : direct;
  }

  /** The same for text. */
  public static <T> T read(String json, Class<T> type) {
    return convert(parse(json), type);
  }

  /**
   * Parses without binding.
   *
   * @throws BadJson if it is malformed, too deep, or empty
   */
  public static JsonNode parse(byte[] json) {
    return parsed(() -> MAPPER.readTree(json));
  }

  /** The same for text. */
  public static JsonNode parse(String json) {
    return parsed(() -> MAPPER.readTree(json));
  }

  /** Binds a tree to {@code type}, as {@link #read(byte[], Class)} does. */
  public static <T> T convert(JsonNode tree, Class<T> type) {
    if (tree.isNull()) {
      throw new BadJson(null, "expected JSON, found null");
    }
    try {
      return MAPPER.treeToValue(camelCased(tree), type);
    } catch (JsonProcessingException e) {
      throw badJson(e);
    }
  }

  /**
   * Reads what this program wrote itself (the cache, the log): no leniency, and nothing in between.
   */
  public static <T> T readTrusted(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalStateException("stored JSON does not fit " + type, e);
    }
  }

  private interface Parse {
    JsonNode run() throws IOException;
  }

  private static JsonNode parsed(Parse parse) {
    try {
      JsonNode tree = parse.run();
      if (tree == null || tree.isMissingNode()) {
        throw new BadJson(null, "expected JSON, found nothing");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw badJson(e);
    } catch (IOException e) {
      throw new BadJson(null, "not UTF-8 JSON");
    }
  }

  private static BadJson badJson(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new BadJson(pathOf(unknown), "unknown field " + unknown.getPropertyName());
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return new BadJson(pathOf(mapping), "not a valid value for this field");
    }
    if (e instanceof JsonMappingException) {
      return new BadJson(null, "not the JSON that belongs here");
    }
    var at = e.getLocation();
    return new BadJson(
        null,
        at == null
            ? "malformed JSON"
            : "malformed JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
  }

  private static String pathOf(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  /** The same tree where every name fits already, which is the rule. */
  private static JsonNode camelCased(JsonNode node) {
    return isCamelCased(node) ? node : renamed(node);
  }

  private static boolean isCamelCased(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (field.getKey().indexOf('_') > 0 || !isCamelCased(field.getValue())) {
          return false;
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (JsonNode item : array) {
        if (!isCamelCased(item)) {
          return false;
        }
      }
    }
    return true;
  }

  private static JsonNode renamed(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode renamed = MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String name = camelCase(field.getKey());
        if (renamed.has(name)) {
          throw new BadJson(name, "given twice");
        }
        renamed.set(name, renamed(field.getValue()));
      }
      return renamed;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode renamed = MAPPER.createArrayNode();
      array.forEach(item -> renamed.add(renamed(item)));
      return renamed;
    }
    return node;
  }

  /** {@code customer_id} as {@code customerId}; a name without underscores as it is. */
  public static String camelCase(String name) {
    if (name.indexOf('_') <= 0) {
      return name;
    }
    List<String> words = List.of(name.split("_+"));
    return words.getFirst()
        + words.stream()
            .skip(1)
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
  }

  /** ALLOW_COERCION_OF_SCALARS does not cover it: a number where text belongs is refused too. */
  private static void textIsText(MutableCoercionConfig config) {
    config
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new WireModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .withCoercionConfig(LogicalType.Textual, Json::textIsText)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(Limits.JSON_DEPTH).build());
    return mapper;
  }
}
