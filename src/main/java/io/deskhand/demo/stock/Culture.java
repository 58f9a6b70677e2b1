package io.deskhand.demo.stock;

import java.util.ArrayList;
import java.util.List;

/**
 * Where customers come from, as their names tell.
 *
 * @param weight how many there are, against the others
 * @param language what they write: en, de, es or fr
 */
public record Culture(
    String name, int weight, String language, List<String> firstNames, List<String> lastNames) {
  public Culture {
    firstNames = List.copyOf(firstNames);
    lastNames = List.copyOf(lastNames);
  }

  /** Reads the stock's names. */
  public static List<Culture> load() {
    List<Culture> cultures = new ArrayList<>();
    List<String> lines = Lines.of("people.txt");
    for (int i = 0; i < lines.size(); i += 3) {
      List<String> head = fields(lines.get(i), "culture");
      cultures.add(
          new Culture(
              head.get(0),
              Integer.parseInt(head.get(1)),
              head.get(2),
              fields(lines.get(i + 1), "first"),
              fields(lines.get(i + 2), "last")));
    }
    return cultures;
  }

  private static List<String> fields(String line, String kind) {
    if (!line.startsWith(kind + ": ")) {
      throw new IllegalStateException("expected " + kind + " in: " + line);
    }
    return Words.split(line.substring(kind.length() + 2));
  }
}
