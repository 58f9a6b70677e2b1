package io.deskhand.sync.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.sync.TextMarks;
import io.deskhand.sync.TextMarks.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryMarksTest {
  private final WordAnalyzer analyzer = new WordAnalyzer();

  @Test
  void theLettersThatWereTypedAreMarkedWhereAWordBeginsWithThem() {
    assertThat(marked("car", Place.SUBJECT, "Card and oscar's CARS")).containsExactly("Car", "CAR");
    assertThat(marked("hara max", Place.CUSTOMER, "Max O'Hara")).containsExactly("Max", "Hara");
    assertThat(marked("ca card", Place.SUBJECT, "card")).containsExactly("card");
    assertThat(marked("zoe", Place.CUSTOMER, "Zoë")).containsExactly("Zoë");
    assertThat(marked("str", Place.SUBJECT, "Straße")).containsExactly("Straße");
    assertThat(marked("x", Place.SUBJECT, "")).isEmpty();
  }

  @Test
  void aPhraseIsMarkedAsAWholeAndOnlyWhereItStands() {
    assertThat(marked("\"sign in\"", Place.MESSAGE, "in sign, Sign in; signing in"))
        .containsExactly("Sign in");
  }

  @Test
  void aFieldIsMarkedInItsPlaceOnly() {
    assertThat(marked("customer:card", Place.SUBJECT, "Card")).isEmpty();
    assertThat(marked("customer:card", Place.CUSTOMER, "Card Maker")).containsExactly("Card");
    assertThat(marked("subject:card message:late", Place.MESSAGE, "late card"))
        .containsExactly("late");
  }

  @Test
  void aNumberIsMarkedFromItsStartOrFromItsSequence() {
    assertThat(marked("tkt-2026-0", Place.NUMBER, "TKT-2026-000123")).containsExactly("TKT-2026-0");
    assertThat(marked("0001", Place.NUMBER, "TKT-2026-000123")).containsExactly("0001");
    assertThat(marked("123", Place.NUMBER, "TKT-2026-000123")).isEmpty();
  }

  private List<String> marked(String typed, Place place, String text) {
    TextMarks marks = new QueryMarks(TextQuery.parse(typed, analyzer), analyzer);
    return marks.in(place, text).stream()
        .map(mark -> text.substring(mark.start(), mark.end()))
        .toList();
  }
}
