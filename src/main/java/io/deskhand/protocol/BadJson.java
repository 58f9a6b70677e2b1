package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/** JSON that is not what was asked for: malformed, of a wrong type, or with an unknown field. */
public final class BadJson extends RuntimeException {
  private final @Nullable String field;

  BadJson(@Nullable String field, String message) {
    super(message);
    this.field = field;
  }

  /** The path of the field that is wrong; null if the whole text is. */
  public @Nullable String field() {
    return field;
  }
}
