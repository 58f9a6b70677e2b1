package io.deskhand.demo.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.demo.stock.Issue.Part;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StockTest {
  private static final Stock STOCK = Stock.load();
  private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

  @Test
  void hasManySubjects() {
    List<String> subjects =
        STOCK.issues().all().stream().flatMap(issue -> issue.of(Part.SUBJECT).stream()).toList();

    assertThat(subjects).hasSizeGreaterThan(200).doesNotHaveDuplicates();
  }

  @Test
  void everyIssueCanBeToldToItsEnd() {
    for (Issue issue : STOCK.issues().all()) {
      for (Part part : Part.values()) {
        if (part != Part.NOTE && part != Part.QUICK) {
          assertThat(issue.of(part)).as("%s of %s", part, issue.name()).isNotEmpty();
        }
      }
    }
    assertThat(STOCK.issues().all()).extracting(Issue::name).doesNotHaveDuplicates();
  }

  @Test
  void everySlotOfEveryTextIsKnown() {
    for (Issue issue : STOCK.issues().all()) {
      for (List<String> texts : issue.lines().values()) {
        texts.forEach(text -> assertFilled(text, issue.language()));
      }
    }
    STOCK.phrases().all().forEach(text -> assertFilled(text, "en"));
    STOCK.longTalk().all().forEach(text -> assertFilled(text, "en"));
    Phrases.replies().all().forEach(text -> assertFilled(text, "en"));
  }

  @Test
  void aSlotThatNobodyKnowsIsAnError() {
    assertThatThrownBy(() -> slots("en").fill("a {wombat}")).hasMessageContaining("wombat");
  }

  @Test
  void aSlotKeepsItsValueAndAFreshOneDoesNot() {
    Slots slots = slots("en");

    assertThat(slots.fill("{ref}")).isEqualTo(slots.fill("{ref}"));
    assertThat(slots.fill("{ref+}")).isNotEqualTo(slots.fill("{ref+}"));
  }

  @Test
  void datesAndMoneyAreWrittenAsTheLanguageDoes() {
    assertThat(slots("en").fill("{sum}|{date}")).matches("€[\\d,]+\\|\\d+(st|nd|rd|th) of \\w+");
    assertThat(slots("de").fill("{sum}|{date}")).matches("[\\d.]+ €\\|\\d+\\. \\p{L}+");
    assertThat(slots("es").fill("{date}")).matches("\\d+ de \\p{L}+");
    assertThat(slots("fr").fill("{date}")).matches("\\d+(er)? \\p{L}+");
  }

  @Test
  void everyLanguageHasEveryPhraseThatConversationsNeed() {
    for (String language : LANGUAGES) {
      for (String kind :
          List.of(
              "hello",
              "bye",
              "agenthello",
              "agentbye",
              "look",
              "nudge",
              "reassure",
              "waiting",
              "backagain",
              "thanks",
              "welcome",
              "escalated",
              "handover",
              "again",
              "sorry",
              "final",
              "rate1",
              "rate2",
              "rate3",
              "rate4",
              "rate5",
              "call",
              "autoclose",
              "nevermind")) {
        assertThat(STOCK.phrases().in(language, kind)).isNotEmpty();
      }
    }
  }

  @Test
  void recognisesWhatASubjectIsAbout() {
    for (Issue issue : STOCK.issues().all()) {
      for (String subject : issue.of(Part.SUBJECT)) {
        assertThat(STOCK.issues().recognise(slots(issue.language()).fill(subject)))
            .as(subject)
            .map(Issue::category)
            .contains(issue.category());
      }
    }
    assertThat(STOCK.issues().recognise("Something else entirely")).isEmpty();
  }

  @Test
  void namesComeInManyScripts() {
    String names =
        STOCK.cultures().stream()
            .flatMap(culture -> culture.lastNames().stream())
            .collect(Collectors.joining());

    assertThat(names.codePoints().mapToObj(Character.UnicodeScript::of).distinct())
        .contains(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.DEVANAGARI,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.HAN);
  }

  private static void assertFilled(String text, String language) {
    assertThat(slots(language).fill(text)).isNotBlank().doesNotContain("{", "}");
  }

  private static Slots slots(String language) {
    SlotValues values =
        new SlotValues(STOCK.words(), language, Instant.parse("2026-11-20T10:00:00Z"));
    return new Slots(values, new SplittableRandom(7))
        .set("first", "Ann")
        .set("name", "Ann Lee")
        .set("agent", "Max")
        .set("org", "Bluebird Bakery")
        .set("tier", "2");
  }
}
