package io.deskhand.demo.stock;

import io.deskhand.demo.stock.Issue.Part;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every issue of the stock. Immutable. */
public final class Issues {
  private static final List<String> FILES =
      List.of(
          "technical.txt",
          "billing.txt",
          "account.txt",
          "loan.txt",
          "general.txt",
          "german.txt",
          "spanish.txt",
          "french.txt");
  private final List<Issue> all;
  private final List<Known> subjects;

  private record Known(Pattern pattern, Issue issue) {}

  private Issues(List<Issue> all) {
    this.all = List.copyOf(all);
    this.subjects = all.stream().flatMap(Issues::known).toList();
  }

  /** Reads the stock. */
  public static Issues load() {
    return new Issues(
        FILES.stream().flatMap(file -> IssueReader.read(Lines.of(file)).stream()).toList());
  }

  public List<Issue> all() {
    return all;
  }

  /** The issue that a ticket with this subject is about, if it was made from the stock. */
  public Optional<Issue> recognise(String subject) {
    return subjects.stream()
        .filter(known -> known.pattern.matcher(subject).matches())
        .map(Known::issue)
        .findFirst();
  }

  private static Stream<Known> known(Issue issue) {
    return issue.of(Part.SUBJECT).stream().map(subject -> new Known(pattern(subject), issue));
  }

  private static Pattern pattern(String template) {
    StringBuilder regex = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      regex.append(Pattern.quote(template.substring(from, open))).append(".+");
      from = template.indexOf('}', open) + 1;
    }
    return Pattern.compile(regex + Pattern.quote(template.substring(from)));
  }
}
