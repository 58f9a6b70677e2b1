package io.deskhand.demo.stock;

import io.deskhand.demo.stock.Issue.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads issues: "== name category [language] [business] [#tag...]", then "part: text" lines. */
final class IssueReader {
  private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");
  private final List<Issue> issues = new ArrayList<>();
  private List<String> head = List.of();
  private Map<Part, List<String>> lines = new EnumMap<>(Part.class);

  private IssueReader() {}

  static List<Issue> read(List<String> source) {
    IssueReader reader = new IssueReader();
    source.forEach(reader::line);
    reader.finish();
    return reader.issues;
  }

  private void line(String line) {
    if (line.startsWith("==")) {
      finish();
      head = List.of(line.substring(2).strip().split(" +"));
      return;
    }
    int colon = line.indexOf(": ");
    Part part = Part.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
    lines.computeIfAbsent(part, key -> new ArrayList<>()).add(line.substring(colon + 2));
  }

  private void finish() {
    if (head.isEmpty()) {
      return;
    }
    List<String> marks = head.subList(2, head.size());
    issues.add(
        new Issue(
            head.get(0),
            head.get(1),
            marks.stream().filter(LANGUAGES::contains).findFirst().orElse("en"),
            marks.contains("business"),
            marks.stream().filter(mark -> mark.startsWith("#")).map(t -> t.substring(1)).toList(),
            lines));
    lines = new EnumMap<>(Part.class);
  }
}
