package io.deskhand.demo.stock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Lists of words by kind: devices, shops, banks, cities. Immutable. */
public final class Words {
  private final Map<String, List<String>> byKind;

  private Words(Map<String, List<String>> byKind) {
    this.byKind = byKind;
  }

  /** Reads the stock's words. */
  public static Words load() {
    return of("words.txt");
  }

  /** The parts of organizations' names: kinds {@code name} and {@code trade}. */
  public static Words companies() {
    return of("companies.txt");
  }

  private static Words of(String file) {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (String line : Lines.of(file)) {
      int colon = line.indexOf(": ");
      byKind.put(line.substring(0, colon), split(line.substring(colon + 2)));
    }
    return new Words(byKind);
  }

  /** The fields of a line that are separated by bars. */
  static List<String> split(String line) {
    return List.of(line.strip().split("\\s*\\|\\s*"));
  }

  /** Whether there are words of {@code kind}. */
  public boolean has(String kind) {
    return byKind.containsKey(kind);
  }

  /** The words of {@code kind}; never empty. */
  public List<String> of(String language, String kind) {
    List<String> found = byKind.getOrDefault(language + "." + kind, byKind.get(kind));
    if (found == null) {
      throw new IllegalStateException("the demo's stock has no words for " + kind);
    }
    return found;
  }

  /** One of {@code list}, each as likely as the others. */
  public static <T> T any(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
