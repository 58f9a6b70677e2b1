package io.deskhand.server.store.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where a sealed value belongs; moved to another place it does not open.
 *
 * @param row what tells the row from the others of its table
 */
public record Place(String table, String column, String row) {
  /** The place in the row with that key. */
  public static Place of(String table, String column, Object... key) {
    return new Place(
        table, column, Arrays.stream(key).map(Object::toString).collect(Collectors.joining("/")));
  }

  byte[] associatedData() {
    return (table + "/" + column + "/" + row).getBytes(StandardCharsets.UTF_8);
  }
}
