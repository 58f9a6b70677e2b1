package io.deskhand.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.demo.DemoPeople;
import io.deskhand.demo.stock.Stock;
import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.model.WireEnum;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether ticket, conversation and history of every story say the same. */
class StoryTest {
  private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
  private static final List<Story> STORIES =
      new DemoData(
              new Cast(DemoPeople.staff(), DemoPeople.customers()), Stock.load(), 3_000, 11, NOW)
          .stories()
          .toList();

  @Test
  void everyMoveIsOneThatTheTicketsLifeHas() {
    for (Story story : STORIES) {
      Status status = Status.OPEN;
      for (HistoryEntry entry : story.history()) {
        Optional<FieldChange> change = change(entry, "status");
        if (change.isPresent()) {
          assertThat(change.get().from()).isEqualTo(status.wire());
          Status to = WireEnum.parse(Status.class, change.get().to()).orElseThrow();
          assertThat(isMove(status, to, entry.action()))
              .as("%s: %s to %s", entry.action(), status, to)
              .isTrue();
          status = to;
        }
      }
      assertThat(status).isEqualTo(story.ticket().status());
    }
  }

  @Test
  void timesAscendAndNothingIsInTheFuture() {
    for (Story story : STORIES) {
      Ticket ticket = story.ticket();
      assertThat(story.history()).extracting(HistoryEntry::timestamp).isSorted();
      assertThat(story.history()).extracting(HistoryEntry::timestamp).doesNotHaveDuplicates();
      assertThat(story.messages()).extracting(Message::createdAt).isSorted();
      assertThat(story.history().getFirst().timestamp()).isEqualTo(ticket.createdAt());
      assertThat(story.history().getLast().timestamp()).isEqualTo(ticket.updatedAt());
      assertThat(ticket.updatedAt()).isBefore(NOW);
      for (Message message : story.messages()) {
        if (message.readAt() != null) {
          assertThat(message.readAt()).isBetween(message.createdAt(), NOW);
        }
      }
    }
  }

  @Test
  void countersSayWhatIsThere() {
    for (Story story : STORIES) {
      Ticket ticket = story.ticket();
      assertThat(ticket.messageCount()).isEqualTo(story.messages().size());
      assertThat(ticket.lastMessageAt()).isEqualTo(story.messages().getLast().createdAt());
      assertThat(ticket.version()).isEqualTo(story.history().size());
      assertThat(count(story, HistoryAction.MESSAGE_SENT) + count(story, HistoryAction.NOTE_ADDED))
          .isEqualTo(ticket.messageCount());
    }
  }

  @Test
  void theFirstAnswerSetsTheFirstResponse() {
    for (Story story : STORIES) {
      Instant first =
          story.messages().stream()
              .filter(message -> message.senderType() == SenderType.AGENT && !message.internal())
              .map(Message::createdAt)
              .findFirst()
              .orElse(null);

      assertThat(story.ticket().firstResponseAt()).isEqualTo(first);
    }
  }

  @Test
  void whatIsSolvedSaysHowAndByWhom() {
    for (Story story : STORIES) {
      Ticket ticket = story.ticket();
      boolean resolved =
          ticket.status() == Status.RESOLVED
              || (ticket.status() == Status.CLOSED
                  && count(story, HistoryAction.TICKET_RESOLVED) > 0);
      assertThat(ticket.resolvedAt() != null).isEqualTo(resolved);
      assertThat(ticket.resolution() != null).isEqualTo(resolved);
      assertThat(ticket.closedAt() != null).isEqualTo(ticket.status() == Status.CLOSED);
      if (ticket.satisfaction() != null) {
        assertThat(ticket.satisfaction()).isBetween(1, 5);
        assertThat(ticket.status().isActive()).isFalse();
      }
    }
  }

  @Test
  void whoeverHasItIsWhoHistoryGaveItTo() {
    for (Story story : STORIES) {
      String assignee = null;
      String specialist = null;
      for (HistoryEntry entry : story.history()) {
        assignee = change(entry, "assignedTo").map(FieldChange::to).orElse(assignee);
        if (change(entry, "escalatedTo").isPresent()) {
          specialist = change(entry, "escalatedTo").get().to();
        }
      }
      assertThat(story.ticket().assignedToName()).isEqualTo(assignee);
      assertThat(story.ticket().escalatedToName()).isEqualTo(specialist);
      assertThat(story.ticket().status() == Status.ESCALATED).isEqualTo(specialist != null);
    }
  }

  @Test
  void noTextIsEmptyOrUnfinished() {
    for (Story story : STORIES) {
      assertFinished(story.ticket().subject());
      assertFinished(story.ticket().description());
      story.messages().forEach(message -> assertFinished(message.body()));
      story.history().stream()
          .map(HistoryEntry::details)
          .filter(Objects::nonNull)
          .forEach(StoryTest::assertFinished);
      story.ticket().tags().forEach(StoryTest::assertFinished);
    }
  }

  @Test
  void conversationsAreOfManyLengths() {
    assertThat(STORIES).anyMatch(story -> story.messages().size() > 290);
    assertThat(STORIES).anyMatch(story -> story.messages().size() == 1);
    assertThat(STORIES.stream().mapToInt(story -> story.messages().size()).average().orElse(0))
        .isBetween(3.0, 5.0);
  }

  @Test
  void idsAreUnique() {
    List<UUID> ids =
        STORIES.stream().flatMap(story -> story.messages().stream().map(Message::id)).toList();

    assertThat(ids).doesNotHaveDuplicates();
  }

  private static boolean isMove(Status from, Status to, HistoryAction action) {
    return switch (action) {
      case MESSAGE_SENT ->
          Lifecycle.afterCustomerMessage(from, true) == to
              || Lifecycle.afterCustomerMessage(from, false) == to;
      case STATUS_CHANGED -> Lifecycle.targets(from, Verb.UPDATE).contains(to);
      case TICKET_ASSIGNED, AGENT_REASSIGNED -> Lifecycle.targets(from, Verb.ASSIGN).contains(to);
      case TICKET_ESCALATED -> Lifecycle.targets(from, Verb.ESCALATE).contains(to);
      case TICKET_RESOLVED -> Lifecycle.targets(from, Verb.RESOLVE).contains(to);
      case TICKET_CLOSED -> Lifecycle.targets(from, Verb.CLOSE).contains(to);
      default -> false;
    };
  }

  private static Optional<FieldChange> change(HistoryEntry entry, String field) {
    return entry.changes().stream().filter(change -> change.field().equals(field)).findFirst();
  }

  private static long count(Story story, HistoryAction action) {
    return story.history().stream().filter(entry -> entry.action() == action).count();
  }

  private static void assertFinished(String text) {
    if (text.isBlank() || text.contains("{") || text.contains("}")) {
      throw new AssertionError("not finished: " + text);
    }
  }
}
