package io.deskhand.server.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;

/** JSON that is text already and goes out as it is, without being parsed. */
public final class RawJson {
  private RawJson() {}

  /** {@code json} as a node that can only be written, not read. */
  public static JsonNode of(String json) {
    return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
  }
}
