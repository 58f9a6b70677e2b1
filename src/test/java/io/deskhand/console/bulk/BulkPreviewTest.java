package io.deskhand.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Ids;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.Job;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkPreviewTest {
  @Test
  void itSaysWhatWillChangeAndWhatCannotAndWhy() {
    List<Ticket> tickets = tickets(Status.OPEN, Status.PENDING, Status.CLOSED, Status.CLOSED);

    BulkPreview preview = BulkPreview.of(Job.Kind.RESOLVE, null, tickets);

    assertThat(preview.possible()).containsExactly(tickets.get(0).id(), tickets.get(1).id());
    assertThat(preview.refused()).containsEntry("Cannot resolve a ticket that is closed", 2);
  }

  @Test
  void aWishedStatusMustBeReachable() {
    BulkPreview preview =
        BulkPreview.of(
            Job.Kind.STATUS, Status.PENDING, tickets(Status.OPEN, Status.PENDING, Status.RESOLVED));

    assertThat(preview.possible()).hasSize(1);
    assertThat(preview.refused()).containsKeys("pending → pending", "resolved → pending");
  }

  @Test
  void anyoneCanBeNotified() {
    BulkPreview preview = BulkPreview.of(Job.Kind.NOTIFY, null, tickets(Status.values()));

    assertThat(preview.possible()).hasSize(Status.values().length);
  }

  private static List<Ticket> tickets(Status... states) {
    Ids ids = new Ids();
    return Arrays.stream(states)
        .map(state -> new TicketBuilder(ids.next(), "Subject", Instant.EPOCH).status(state).build())
        .toList();
  }
}
