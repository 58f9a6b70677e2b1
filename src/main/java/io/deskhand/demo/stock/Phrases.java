package io.deskhand.demo.stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people say whatever the matter: greetings, reminders, thanks, in the language of the
 * conversation. Immutable.
 */
public final class Phrases {
  private final Map<String, List<String>> byKind;

  private Phrases(Map<String, List<String>> byKind) {
    this.byKind = byKind;
  }

  /** Reads the stock's phrases. */
  public static Phrases load() {
    return read("phrases.txt");
  }

  /** The lines of a long investigation: kinds {@code customer} and {@code agent}, in pairs. */
  public static Phrases longTalk() {
    return read("long.txt");
  }

  /** What simulated customers answer. */
  public static Phrases replies() {
    return read("replies.txt");
  }

  private static Phrases read(String file) {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (String line : Lines.of(file)) {
      int colon = line.indexOf(": ");
      byKind
          .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
          .add(line.substring(colon + 2).replace("\\n", "\n"));
    }
    return new Phrases(byKind);
  }

  /** The phrases of {@code kind} that are the same in every language; never empty. */
  public List<String> kind(String kind) {
    List<String> found = byKind.get(kind);
    if (found == null) {
      throw new IllegalStateException("the demo's stock has no phrases for " + kind);
    }
    return found;
  }

  /** The phrases of {@code kind} in {@code language}; never empty. */
  public List<String> in(String language, String kind) {
    return kind(language + "." + kind);
  }

  /** Every phrase there is. */
  public List<String> all() {
    return byKind.values().stream().flatMap(List::stream).toList();
  }
}
