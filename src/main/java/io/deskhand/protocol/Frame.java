package io.deskhand.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A text frame of the live socket; {@code ref} is repeated in the answer to a frame that has one.
 */
public record Frame(String event, @Nullable String ref, @Nullable JsonNode data) {
  /** A frame without a ref; {@code data} is written as JSON. */
  public static Frame of(String event, Object data) {
    return new Frame(event, null, Json.tree(data));
  }

  /** A frame with a ref; {@code data} is written as JSON. */
  public static Frame of(String event, @Nullable String ref, Object data) {
    return new Frame(event, ref, Json.tree(data));
  }
}
