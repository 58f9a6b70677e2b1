package io.deskhand.demo.stock;

import java.util.List;

/** All the texts of the demo desk, read once. Immutable. */
public record Stock(
    Issues issues,
    Phrases phrases,
    Phrases longTalk,
    Words words,
    Words companies,
    List<Culture> cultures,
    List<Colleague> colleagues) {
  public Stock {
    cultures = List.copyOf(cultures);
    colleagues = List.copyOf(colleagues);
  }

  /** Reads the texts from the program's resources. */
  public static Stock load() {
    return new Stock(
        Issues.load(),
        Phrases.load(),
        Phrases.longTalk(),
        Words.load(),
        Words.companies(),
        Culture.load(),
        Colleague.load());
  }
}
