package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.SavedView;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import io.deskhand.server.live.LiveClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tickets that are out of sight until a time, or until their customer has something to say. */
class SnoozeTest extends ServerTest {
  @Test
  void aSnoozedTicketIsLeftOutWhereThatIsAskedFor() {
    UUID awake = newTicket().id();
    UUID asleep = newTicket().id();
    snooze(asleep, clock.instant().plus(Duration.ofHours(5)));
    assertThat(listed("status=open&snoozed=false")).contains(awake).doesNotContain(asleep);
    assertThat(listed("status=open&snoozed=true")).containsExactly(asleep);
    assertThat(listed("status=open")).contains(awake, asleep);
    assertThat(lea.get(Routes.TICKETS + "?snoozed=maybe").error("snoozed")).contains("true");
    SavedView view =
        lea.post(Routes.VIEWS, Map.of("name", "Later", "query", Map.of("snoozed", "true")))
            .ok(SavedView.class);
    assertThat(view.count()).isEqualTo(1);
    lea.send("PATCH", Routes.ticket(asleep), "{\"snoozedUntil\": null}").ok(Ticket.class);
    assertThat(listed("snoozed=true")).doesNotContain(asleep);
  }

  @Test
  void theCustomersNextWordEndsIt() {
    UUID ticket = newTicket().id();
    snooze(ticket, clock.instant().plus(Duration.ofDays(3)));
    max.post(Routes.ticket(ticket, "messages"), Map.of("body", "Noted", "internal", true));
    assertThat(read(ticket).snoozedUntil()).isNotNull();
    cora.post(Routes.ticket(ticket, "messages"), Map.of("body", "It is urgent now"));
    assertThat(read(ticket).snoozedUntil()).isNull();
    assertThat(listed("snoozed=true")).doesNotContain(ticket);
  }

  @Test
  void whenItsTimeHasComeItIsBackAndWhoeverHasItHearsOfThat() throws Exception {
    UUID ticket = newTicket().id();
    UUID deleted = newTicket().id();
    max.post(Routes.ticket(ticket, "assign"), Map.of("agentId", TestDesk.MAX.id()));
    snooze(ticket, clock.instant().plus(Duration.ofMinutes(2)));
    snooze(deleted, clock.instant().plus(Duration.ofMinutes(2)));
    lea.delete(Routes.ticket(deleted));
    String token = nobody.tokens("max@demo.desk").accessToken();
    try (LiveClient live = LiveClient.signedIn(server.address(), token)) {
      clock.advance(Duration.ofMinutes(2));
      await().untilAsserted(() -> assertThat(read(ticket).snoozedUntil()).isNull());
      live.await(
          frame ->
              frame.event().equals(Events.NOTIFICATION)
                  && Json.convert(frame.data(), Notification.class)
                      .title()
                      .equals("No longer snoozed"));
    }
    HistoryEntry last =
        lea.get(Routes.ticket(ticket, "history")).ok(HistoryPage.class).history().getLast();
    assertThat(last.details()).isEqualTo("No longer snoozed");
    assertThat(last.performedBy()).isNull();
    assertThat(last.changes()).extracting(change -> change.field()).contains("snoozedUntil");
  }

  private void snooze(UUID ticket, Instant until) {
    Ticket snoozed =
        lea.patch(Routes.ticket(ticket), Map.of("snoozedUntil", until)).ok(Ticket.class);
    assertThat(snoozed.snoozedUntil()).isEqualTo(until);
  }

  private Ticket read(UUID ticket) {
    return lea.get(Routes.ticket(ticket)).ok(Ticket.class);
  }

  private List<UUID> listed(String query) {
    return lea.get(Routes.TICKETS + "?limit=500&" + query).ok(TicketPage.class).tickets().stream()
        .map(Ticket::id)
        .toList();
  }
}
