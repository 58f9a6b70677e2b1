package io.deskhand.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Job;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkViewModelTest {
  private FixtureContext context = new FixtureContext(FixturePeople.LEA);
  private final List<Ticket> selected = new ArrayList<>();
  private BulkViewModel model = model();

  private BulkViewModel model() {
    return new BulkViewModel(
        context.desk,
        Runnable::run,
        new Outcomes(Runnable::run, context.dialogs),
        new BulkViewModel.Selected(() -> List.copyOf(selected), selected::clear),
        id -> Optional.empty());
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void fiftyAreResolvedAtOnceAndTheJobSaysSo() {
    select(50, Status.OPEN, Status.IN_PROGRESS);
    List<Ticket> before = List.copyOf(selected);
    model.kindProperty().set(Job.Kind.RESOLVE);
    model.form().wordsProperty().set("Fixed with today's release");
    model.apply();
    context.seconds(60);

    assertThat(model.shown())
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.finished()).isTrue();
              assertThat(job.done()).isEqualTo(50);
              assertThat(job.failed()).isZero();
            });
    assertThat(before).allMatch(ticket -> statusOf(ticket) == Status.RESOLVED);
    assertThat(selected).isEmpty();
  }

  @Test
  void onlyWhatCanBeDoneIsAskedFor() {
    select(3, Status.OPEN);
    select(2, Status.CLOSED);
    model.kindProperty().set(Job.Kind.ESCALATE);
    model.form().wordsProperty().set("Needs the bank");
    model.apply();

    assertThat(context.desk.outbox().get())
        .singleElement()
        .satisfies(pending -> assertThat(((Intent.Bulk) pending.intent()).ticketIds()).hasSize(3));
  }

  @Test
  void whoDoesNotLeadAsksForEachTicketByItself() {
    model.close();
    context = new FixtureContext(FixturePeople.MAX);
    model = model();
    select(3, Status.OPEN);
    List<Ticket> before = List.copyOf(selected);
    assertThat(model.verbs()).contains(BulkVerb.RESOLVE).doesNotContain(BulkVerb.NOTIFY);
    model.kindProperty().set(Job.Kind.RESOLVE);
    model.form().wordsProperty().set("Fixed");
    model.apply();

    assertThat(context.desk.outbox().get())
        .extracting(pending -> pending.intent().ticketId())
        .containsExactlyElementsOf(before.stream().map(Ticket::id).toList());
    assertThat(context.desk.outbox().get())
        .allSatisfy(pending -> assertThat(pending.intent()).isInstanceOf(Intent.Resolve.class));
    assertThat(selected).isEmpty();
    assertThat(model.shown()).isEmpty();
    context.seconds(60);
    assertThat(before).allMatch(ticket -> statusOf(ticket) == Status.RESOLVED);
  }

  @Test
  void aJobCanBeUndone() {
    select(4, Status.OPEN);
    Ticket one = selected.getFirst();
    model.kindProperty().set(Job.Kind.RESOLVE);
    model.form().wordsProperty().set("Too early");
    model.apply();
    context.seconds(60);
    model.undo(model.shown().getFirst());
    context.seconds(60);

    assertThat(statusOf(one)).isEqualTo(Status.OPEN);
  }

  @Test
  void aVerbThatNeedsWordsIsNotCompleteWithoutThem() {
    assertThat(model.form().isComplete(Job.Kind.RESOLVE)).isFalse();
    assertThat(model.form().isComplete(Job.Kind.ASSIGN)).isTrue();
  }

  @Test
  void withNothingSelectedNoVerbIsPrepared() {
    model.setCount(3);
    model.kindProperty().set(Job.Kind.NOTIFY);
    model.setCount(0);

    assertThat(model.kindProperty().get()).isNull();
  }

  @Test
  void whoHasTheLeastToDoIsOfferedFirst() {
    assertThat(model.assignees())
        .isSortedAccordingTo((one, other) -> one.activeTickets() - other.activeTickets());
  }

  private void select(int most, Status first, Status... others) {
    TicketQuery query = TicketQuery.ALL.withStatuses(EnumSet.of(first, others));
    try (LiveQueue queue = context.desk.queue(query)) {
      queue.rows(0, most).stream().map(TicketRow::ticket).forEach(selected::add);
    }
  }

  private Status statusOf(Ticket ticket) {
    try (LiveQueue queue = context.desk.queue(TicketQuery.ALL)) {
      int index = queue.indexOf(ticket.id());
      return queue.rows(index, index + 1).getFirst().ticket().status();
    }
  }
}
