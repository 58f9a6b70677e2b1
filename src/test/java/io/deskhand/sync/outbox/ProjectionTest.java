package io.deskhand.sync.outbox;

import static io.deskhand.sync.outbox.Intents.INES;
import static io.deskhand.sync.outbox.Intents.MAX;
import static io.deskhand.sync.outbox.Intents.NOW;
import static io.deskhand.sync.outbox.Intents.say;
import static io.deskhand.sync.outbox.Intents.stored;
import static io.deskhand.sync.outbox.Intents.ticket;
import static io.deskhand.sync.outbox.Intents.update;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Me;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Job;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.cache.StoredIntent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private final Projection projection = new Projection(MAX, id -> id.equals(INES) ? "Ines" : null);

  @Test
  void intentsAreReplayedInOrder() {
    Ticket open = ticket(Status.OPEN);
    Ticket shown =
        shown(
            open,
            new Intent.Assign(open.id(), INES),
            update(open.id(), "{\"priority\":\"urgent\",\"tags\":[\"vip\"]}"),
            say(open.id()),
            new Intent.Resolve(open.id(), "Restarted it"));
    assertThat(shown.assignedTo()).isEqualTo(INES);
    assertThat(shown.assignedToName()).isEqualTo("Ines");
    assertThat(shown.priority()).isEqualTo(Priority.URGENT);
    assertThat(shown.tags()).containsExactly("vip");
    assertThat(shown.messageCount()).isEqualTo(3);
    assertThat(shown.firstResponseAt()).isEqualTo(NOW);
    assertThat(shown.status()).isEqualTo(Status.RESOLVED);
    assertThat(shown.resolution()).isEqualTo("Restarted it");
    assertThat(shown.resolvedBy()).isEqualTo(MAX.id());
    assertThat(shown.version()).as("the server's to give").isEqualTo(open.version());
  }

  @Test
  void aMoveThatTheTableLacksChangesNothing() {
    Ticket closed = ticket(Status.CLOSED);
    assertThat(shown(closed, new Intent.Resolve(closed.id(), "x"))).isEqualTo(closed);
    assertThat(shown(closed, new Intent.SetStatus(closed.id(), Status.OPEN))).isEqualTo(closed);
    assertThat(shown(closed, new Intent.Assign(closed.id(), INES))).isEqualTo(closed);
    assertThat(shown(closed, new Intent.Escalate(closed.id(), "x", INES, null, null)))
        .isEqualTo(closed);
  }

  @Test
  void whatIsHeldOrRefusedDoesNotCount() {
    Ticket open = ticket(Status.OPEN);
    StoredIntent close = stored(1, new Intent.Close(open.id()));
    assertThat(projection.shown(open, List.of(close.in(State.REFUSED, "no")))).isEqualTo(open);
    assertThat(projection.shown(open, List.of(close.in(State.HELD, "?")))).isEqualTo(open);
    assertThat(projection.shown(open, List.of(close.in(State.WAITING, "later"))))
        .extracting(Ticket::status)
        .isEqualTo(Status.CLOSED);
  }

  @Test
  void aNewTicketIsThereAtOnceAndTheServersOwnReplacesIt() {
    UUID id = new UUID(9, 9);
    Intent.Create create = new Intent.Create(id, fields());
    Ticket shown = requireNonNull(projection.shown(null, List.of(stored(1, create))));
    assertThat(shown.subject()).isEqualTo("New");
    assertThat(shown.ticketNumber()).isNull();
    assertThat(shown.priority()).isEqualTo(Priority.HIGH);
    Ticket confirmed = ticket(Status.OPEN);
    assertThat(projection.shown(confirmed, List.of(stored(1, create)))).isEqualTo(confirmed);
    assertThat(projection.shown(null, List.of(stored(1, say(id))))).isNull();
  }

  @Test
  void aBulkIntentShowsOnEachOfItsTickets() {
    Ticket open = ticket(Status.OPEN);
    BulkRequest request =
        new BulkRequest(
            List.of(open.id()),
            null,
            null,
            null,
            "Known outage",
            null,
            null,
            null,
            null,
            null,
            null);
    Ticket shown = shown(open, new Intent.Bulk(Job.Kind.RESOLVE, request));
    assertThat(shown.status()).isEqualTo(Status.RESOLVED);
    assertThat(shown.resolution()).isEqualTo("Known outage");
  }

  @Test
  void aNoteIsNoFirstResponseAndACustomersWordReopens() {
    Ticket resolved = ticket(Status.RESOLVED);
    Intent.Say note = new Intent.Say(resolved.id(), new UUID(1, 2), "psst", true);
    assertThat(shown(resolved, note).firstResponseAt()).isNull();
    Me cora = new Me(new UUID(8, 8), "Cora", "cora@demo.desk", Role.CUSTOMER, null, null);
    Ticket shown =
        requireNonNull(
            new Projection(cora, id -> null)
                .shown(resolved, List.of(stored(1, say(resolved.id())))));
    assertThat(shown.status()).isEqualTo(Status.REOPENED);
  }

  private Ticket shown(Ticket confirmed, Intent... intents) {
    List<StoredIntent> lane =
        java.util.stream.IntStream.range(0, intents.length)
            .mapToObj(i -> stored(i + 1, intents[i]))
            .toList();
    return requireNonNull(projection.shown(confirmed, lane));
  }

  private static CreateTicket fields() {
    return new CreateTicket(
        null,
        "New",
        null,
        Priority.HIGH,
        null,
        null,
        null,
        "Cora",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
