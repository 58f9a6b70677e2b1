package io.deskhand.demo.data;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they stand in e-mail addresses. */
final class Names {
  private Names() {}

  /** The first name in plain lower-case letters; empty if it has none in Latin script. */
  static String firstOf(String name) {
    return plain(name.substring(0, firstEnd(name)));
  }

  /** The rest of the name in plain lower-case letters; empty if it has none in Latin script. */
  static String lastOf(String name) {
    return plain(name.substring(firstEnd(name)));
  }

  /** {@code text} in lower case with nothing but the letters a to z and digits. */
  static String plain(String text) {
    String latin =
        text.toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("đ", "d")
            .replace("ı", "i");
    return Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("[^a-z0-9]", "");
  }

  private static int firstEnd(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name.length() : space;
  }
}
