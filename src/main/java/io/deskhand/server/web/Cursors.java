package io.deskhand.server.web;

import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Json;
import java.util.Base64;

/** Places in a list as opaque text. */
public final class Cursors {
  private Cursors() {}

  /** {@code place}, a record, as text that is safe in a URL. */
  public static String write(Object place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(place));
  }

  /**
   * The place that {@code text} is.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed} if it is none
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return Json.read(Base64.getUrlDecoder().decode(text), type);
    } catch (IllegalArgumentException | BadJson e) {
      throw Problems.invalid("cursor", "not a cursor of this list");
    }
  }
}
