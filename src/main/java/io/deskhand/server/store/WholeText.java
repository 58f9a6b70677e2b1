package io.deskhand.server.store;

import java.nio.charset.StandardCharsets;

/**
 * Text as it comes out of the database, with a question mark for each half of a surrogate pair that
 * stands alone. An older version took such text in; it is no character, and a snapshot that has it
 * could not be written. A question mark is what the encoder makes of it, in the hash of a history
 * entry too: what was taken of the text as it came still fits.
 */
final class WholeText {
  private static final char MARK = '?';
  private static final byte[] MARK_ESCAPED = "\\u003f".getBytes(StandardCharsets.US_ASCII);
  private static final int ESCAPE = MARK_ESCAPED.length;
  private static final int HEX = 16;
  private static final int NONE = 0;

  private WholeText() {}

  /** {@code text} itself where it is whole, as it is almost always. */
  static String of(String text) {
    StringBuilder whole = null;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (Character.isSurrogate(one)) {
        if (i + 1 < text.length() && Character.isSurrogatePair(one, text.charAt(i + 1))) {
          i++;
        } else {
          whole = whole == null ? new StringBuilder(text) : whole;
          whole.setCharAt(i, MARK);
        }
      }
    }
    return whole == null ? text : whole.toString();
  }

  /** The same for JSON in UTF-8, where a half can only be an escape. */
  static byte[] ofJson(byte[] json) {
    byte[] whole = json;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\\') {
        char one = surrogate(json, i);
        if (one == NONE) {
          i++;
        } else if (Character.isSurrogatePair(one, surrogate(json, i + ESCAPE))) {
          i += 2 * ESCAPE - 1;
        } else {
          whole = whole == json ? json.clone() : whole;
          System.arraycopy(MARK_ESCAPED, 0, whole, i, ESCAPE);
          i += ESCAPE - 1;
        }
      }
    }
    return whole;
  }

  /** The surrogate whose escape is there, or {@link #NONE}. */
  private static char surrogate(byte[] json, int at) {
    if (at + ESCAPE > json.length || json[at] != '\\' || json[at + 1] != 'u') {
      return NONE;
    }
    int value = 0;
    for (int i = at + 2; i < at + ESCAPE; i++) {
      value = value * HEX + Character.digit(json[i], HEX);
    }
    return Character.isSurrogate((char) value) ? (char) value : NONE;
  }
}
