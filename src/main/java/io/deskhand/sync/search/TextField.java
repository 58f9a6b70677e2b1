package io.deskhand.sync.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where words can be. */
enum TextField {
  NUMBER,
  SUBJECT,
  CUSTOMER,
  TAG,
  MESSAGE;

  /** Its name in the index, and before the colon of a search. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<TextField> named(String name) {
    return Arrays.stream(values()).filter(it -> it.field().equalsIgnoreCase(name)).findFirst();
  }
}
