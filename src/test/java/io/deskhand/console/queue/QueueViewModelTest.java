package io.deskhand.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixtureDesk;
import io.deskhand.console.fixture.FixtureDialogs;
import io.deskhand.console.fixture.ManualTime;
import io.deskhand.console.ui.Preferences;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Intent;
import io.deskhand.sync.TextMarks.Mark;
import io.deskhand.sync.TextMarks.Place;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueViewModelTest {
  private final ManualTime time = new ManualTime(FixtureData.NOW);
  private final FixtureDesk desk = FixtureDesk.standing(time);
  @TempDir private Path folder;
  private QueueViewModel model;

  @BeforeEach
  void open() {
    model = open(preferences());
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void itBeginsWithMyTicketsAndTheirNumberIsCounted() {
    assertThat(model.viewProperty().get().id()).isEqualTo("mine");
    assertThat(model.size()).isPositive();
    assertThat(model.countsProperty().getValue()).containsEntry("mine", model.size());
    assertThat(rows()).allMatch(row -> row.ticket().isWith(desk.me().id()));
  }

  @Test
  void itStandsWhereItWasLeft() {
    model.showView("escalated");
    model.orderProperty().set(Order.OLDEST);
    model.close();

    model = open(preferences());

    assertThat(model.viewProperty().get().id()).isEqualTo("escalated");
    assertThat(model.orderProperty().get()).isEqualTo(Order.OLDEST);
  }

  @Test
  void whatIsSearchedForIsMarkedAndFiltersAreNot() {
    assertThat(model.marksProperty().get().in(Place.SUBJECT, "Card open")).isEmpty();

    model.searchTextProperty().set("status:open car");

    assertThat(model.marksProperty().get().in(Place.SUBJECT, "Card open"))
        .containsExactly(new Mark(0, 3));
  }

  @Test
  void leadsHaveMoreViewsThanAgents() {
    assertThat(SavedView.of(io.deskhand.model.Role.AGENT)).noneMatch(SavedView::isForLeads);
    assertThat(SavedView.of(io.deskhand.model.Role.LEAD)).anyMatch(SavedView::isForLeads);
  }

  @Test
  void theCursorStaysWithItsTicketWhenTheQueueMoves() {
    model.move(1, false);
    model.move(4, false);
    UUID at = model.selection().cursor();
    UUID last = rows().getLast().ticket().id();
    desk.customerWrites(last, "Hello?");

    assertThat(model.cursorIndex()).isNotEqualTo(4);
    assertThat(model.selection().cursor()).isEqualTo(at);
  }

  @Test
  void aRangeIsSelectedFromWhereItBegan() {
    model.move(1, false);
    UUID first = model.selection().cursor();
    model.move(3, true);

    assertThat(model.selectedTickets()).hasSize(4).first().extracting(Ticket::id).isEqualTo(first);
  }

  @Test
  void allMeansTheWholeFilter() {
    model.showView("all");
    model.selectAll();

    assertThat(model.selectedCount()).isEqualTo(desk.queue(TicketQuery.ALL).size());
  }

  @Test
  void aSelectedTicketThatLeavesTheViewIsNotSelectedAnyMore() {
    model.move(1, false);
    model.move(1, true);
    Ticket leaving = model.selectedTickets().getFirst();
    desk.remove(leaving.id());

    assertThat(model.selectedCount()).isEqualTo(1);
    assertThat(model.selectedTickets()).extracting(Ticket::id).doesNotContain(leaving.id());
  }

  @Test
  void anotherViewStartsWithNothingSelected() {
    model.selectAll();
    model.showView("unassigned");

    assertThat(model.selectedCount()).isZero();
  }

  @Test
  void searchingNarrowsAsItIsTyped() {
    model.showView("all");
    int all = model.size();
    model.searchTextProperty().set("status:escalated");

    assertThat(model.size()).isPositive().isLessThan(all);
    assertThat(rows()).allMatch(row -> row.ticket().status() == Status.ESCALATED);
  }

  @Test
  void aFilterFromTheMenuReplacesAnEarlierOneOfItsField() {
    model.searchTextProperty().set("status:open portal");
    model.search().addFilter("status", "pending");

    assertThat(model.searchTextProperty().get()).isEqualTo("portal status:pending");
  }

  @Test
  void takingATicketIsOnTheScreenBeforeTheServerKnows() {
    model.showView("unassigned");
    Ticket free = rows().getFirst().ticket();
    model.take(free.id());

    assertThat(desk.outbox().get())
        .singleElement()
        .satisfies(one -> assertThat(one.intent()).isInstanceOf(Intent.Assign.class));
    time.advance(Duration.ofSeconds(1));
    assertThat(desk.outbox().get()).isEmpty();
  }

  @Test
  void nothingListensAfterItIsClosed() {
    model.close();
    long before = model.revisionProperty().get();
    desk.customerWrites(rows().getFirst().ticket().id(), "Still there?");

    assertThat(model.revisionProperty().get()).isEqualTo(before);
  }

  private List<TicketRow> rows() {
    return model.rowsProperty().get().rows(0, model.size());
  }

  private Preferences preferences() {
    return new Preferences(folder.resolve("console.properties"), Runnable::run);
  }

  private QueueViewModel open(Preferences preferences) {
    return new QueueViewModel(
        desk,
        Runnable::run,
        time.clock(),
        preferences,
        new Outcomes(Runnable::run, new FixtureDialogs()));
  }
}
