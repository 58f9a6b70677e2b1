package io.deskhand.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Bodies that change what is there: a field that is null is cleared, one that is left out stays.
 */
public final class MergePatch {
  private MergePatch() {}

  /**
   * The request that would make what {@code patch} turns {@code base} into.
   *
   * @param base the request that would make it as it is now
   * @param patch the body of a PATCH, however it spells field names
   * @throws BadJson if it is no object, has an unknown field or a wrong type
   */
  public static <T> T apply(T base, JsonNode patch, Class<T> type) {
    if (!(patch instanceof ObjectNode changes)) {
      throw new BadJson(null, "expected an object");
    }
    // Alone first, so that what is unknown or given twice is named.
    Json.convert(changes, type);
    ObjectNode whole = (ObjectNode) Json.tree(base);
    for (Map.Entry<String, JsonNode> field : changes.properties()) {
      String name = Json.camelCase(field.getKey());
      if (field.getValue().isNull()) {
        whole.remove(name);
      } else {
        whole.set(name, field.getValue());
      }
    }
    return Json.convert(whole, type);
  }
}
