package io.deskhand.server.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;

/** JSON that is text already and goes into an answer as it is, without being parsed. */
final class RawJson {
  private RawJson() {}

  static JsonNode of(String json) {
    return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
  }
}
