package io.deskhand.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps the character U+0000 out, which PostgreSQL cannot store, and half a surrogate pair, which
 * is no character and which nobody can be sent again. Every other one is stored as it is given.
 */
public final class NoNul {
  static final String MESSAGE = "must not have a character U+0000 or half a surrogate pair";

  private NoNul() {}

  /**
   * Looks through every text in {@code json}.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed} that names the
   *     fields
   */
  public static void check(JsonNode json) {
    List<FieldError> errors = new ArrayList<>();
    look("", json, errors);
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
  }

  /** Whether {@code text} has one. */
  static boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      int character = text.codePointAt(i);
      if (character == 0 || Character.getType(character) == Character.SURROGATE) {
        return true;
      }
      i += Character.charCount(character) - 1;
    }
    return false;
  }

  private static void look(String path, JsonNode node, List<FieldError> errors) {
    if (node.isTextual() && isIn(node.textValue())) {
      errors.add(new FieldError(path, MESSAGE));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        look(path + "[" + i + "]", node.get(i), errors);
      }
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        look(
            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
            field.getValue(),
            errors);
      }
    }
  }
}
