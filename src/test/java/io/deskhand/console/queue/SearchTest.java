package io.deskhand.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketQuery.Assignee;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final SearchFilters filters =
      new SearchFilters(
          new SearchDirectory(
              () -> FixturePeople.AGENTS,
              () -> FixturePeople.DEPARTMENTS,
              () -> FixturePeople.CATEGORIES),
          new DayRange(Clock.fixed(Instant.parse("2026-11-20T14:00:00Z"), ZoneOffset.UTC)));

  @Test
  void everyPartOfTheSyntaxNarrows() {
    TicketQuery query =
        query(
            "status:open priority:high,urgent assignee:me tag:vip created:>2026-11-01 \"exact"
                + " words\"");

    assertThat(query.statuses()).containsExactly(Status.OPEN);
    assertThat(query.priorities()).containsExactlyInAnyOrder(Priority.HIGH, Priority.URGENT);
    assertThat(query.assignee()).isEqualTo(Assignee.ME);
    assertThat(query.tags()).containsExactly("vip");
    assertThat(query.createdFrom()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(query.createdTo()).isNull();
    assertThat(query.text()).isEqualTo("\"exact words\"");
  }

  @Test
  void aPlaceToSearchInGoesOnWithItsPhrase() {
    assertThat(query("status:open message:\"sign in\" card").text())
        .isEqualTo("message:\"sign in\" card");
  }

  @Test
  void aFilterTakesThePlaceOfTheViewsOwn() {
    TicketQuery mine = TicketQuery.ALL.withAssignee(Assignee.ME);

    TicketQuery narrowed = Search.parse("assignee:none", filters).applyTo(mine, filters);

    assertThat(narrowed.assignee()).isEqualTo(Assignee.NOBODY);
  }

  @Test
  void spellingIsLenient() {
    assertThat(query("status:InProgress").statuses()).containsExactly(Status.IN_PROGRESS);
    assertThat(query("PRIORITY:critical").priorities()).containsExactly(Priority.URGENT);
    assertThat(query("assignee:max").assignee())
        .isEqualTo(new Assignee.Person(FixturePeople.MAX.id()));
  }

  @Test
  void whatIsNotUnderstoodIsMarkedAndNarrowsNothing() {
    Search search = Search.parse("status:opne priority:high,whatever", filters);

    assertThat(search.filters()).extracting(SearchTerm::understood).containsExactly(false, false);
    assertThat(search.applyTo(TicketQuery.ALL, filters)).isEqualTo(TicketQuery.ALL.withText(""));
  }

  @Test
  void anUnknownFieldIsJustAWord() {
    assertThat(query("http://example.com").text()).isEqualTo("http://example.com");
  }

  @Test
  void aTermCanBeTakenOutOfTheMiddle() {
    Search search = Search.parse("billing status:open portal", filters);

    assertThat(search.without(search.filters().getFirst())).isEqualTo("billing portal");
  }

  @Test
  void daysAreReadInManyWays() {
    assertThat(query("created:2026-11-03").createdTo()).isEqualTo("2026-11-04T00:00:00Z");
    assertThat(query("created:<2026-11-03").createdTo()).isEqualTo("2026-11-03T00:00:00Z");
    assertThat(query("created:>7d").createdFrom()).isEqualTo("2026-11-13T00:00:00Z");
    assertThat(query("created:today").createdFrom()).isEqualTo("2026-11-20T00:00:00Z");
    assertThat(query("created:2026-02-31").createdFrom()).isNull();
  }

  @Test
  void completionOffersFieldsThenValues() {
    assertThat(labels("ass")).containsExactly("assignee:");
    assertThat(labels("status:re")).containsExactly("resolved", "reopened");
    assertThat(labels("priority:high,u")).containsExactly("urgent");
    assertThat(labels("assignee:m")).startsWith("me");
    assertThat(labels("portal ")).hasSize(SearchFilters.FIELDS.size());
    assertThat(labels("status:open")).isEmpty();
  }

  @Test
  void aCompletionReplacesOnlyWhatIsBeingTyped() {
    String text = "billing priority:high,ur";

    Completion completion = Completion.at(text, text.length(), filters).getFirst();

    String after = text.substring(0, completion.start()) + completion.insert();
    assertThat(after).isEqualTo("billing priority:high,urgent ");
  }

  private TicketQuery query(String text) {
    return Search.parse(text, filters).applyTo(TicketQuery.ALL, filters);
  }

  private List<String> labels(String text) {
    return Completion.at(text, text.length(), filters).stream().map(Completion::label).toList();
  }
}
