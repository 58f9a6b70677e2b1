package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest extends ServerTest {
  @Test
  void aMessageIsCountedAndShownToBothSides() {
    Ticket ticket = newTicket();
    Message message = say(cora, ticket, "Hello?");
    assertThat(message.senderType()).isEqualTo(SenderType.CUSTOMER);
    assertThat(message.senderName()).isEqualTo("Cora");
    for (Client client : List.of(max, cora)) {
      assertThat(
              client.get(Routes.ticket(ticket.id(), "messages")).ok(MessagePage.class).messages())
          .containsExactly(message);
    }
    Ticket after = read(ticket);
    assertThat(after.messageCount()).isEqualTo(1);
    assertThat(after.lastMessageAt()).isEqualTo(message.createdAt());
    assertThat(after.version()).isEqualTo(ticket.version() + 1);
  }

  @Test
  void theFirstReplyThatTheCustomerSeesIsTheFirstResponse() {
    Ticket ticket = newTicket();
    say(cora, ticket, "Hello?");
    note(max, ticket, "Let me look");
    assertThat(read(ticket).firstResponseAt()).isNull();
    Message reply = say(max, ticket, "Hello!");
    say(max, ticket, "Still there?");
    assertThat(read(ticket).firstResponseAt()).isEqualTo(reply.createdAt());
  }

  @Test
  void aCustomersMessageBringsAResolvedTicketBack() {
    Ticket ticket = newTicket();
    max.post(Routes.ticket(ticket.id(), "resolve"), Map.of("resolution", "Done")).ok(Ticket.class);
    say(max, ticket, "Anything else?");
    assertThat(read(ticket).status()).isEqualTo(Status.RESOLVED);
    say(cora, ticket, "It is broken again");
    Ticket after = read(ticket);
    assertThat(after.status()).isEqualTo(Status.REOPENED);
    assertThat(after.resolution()).isNull();
    assertThat(after.resolvedAt()).isNull();
    assertThat(after.resolvedBy()).isNull();
  }

  @Test
  void aCustomersMessageWakesAPendingTicket() {
    Ticket nobodys = newTicket();
    Ticket maxs = newTicket();
    lea.post(Routes.ticket(maxs.id(), "assign"), Map.of("agentId", TestDesk.MAX.id()));
    for (Ticket ticket : List.of(nobodys, maxs)) {
      lea.put(Routes.ticket(ticket.id(), "status"), Map.of("status", "pending")).ok(Ticket.class);
      say(cora, ticket, "Here is what you asked for");
    }
    assertThat(read(nobodys).status()).isEqualTo(Status.OPEN);
    assertThat(read(maxs).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void aConversationIsPagedFromItsNewestEnd() {
    Ticket ticket = newTicket();
    List<Message> said = new ArrayList<>();
    for (int n = 0; n < 25; n++) {
      said.add(say(n % 2 == 0 ? cora : max, ticket, "Message " + n));
    }
    String path = Routes.ticket(ticket.id(), "messages?limit=10");
    MessagePage newest = max.get(path).ok(MessagePage.class);
    assertThat(newest.messages()).isEqualTo(said.subList(15, 25));
    assertThat(newest.total()).isEqualTo(25);
    say(cora, ticket, "One more in between");
    MessagePage older = max.get(path + "&cursor=" + newest.nextCursor()).ok(MessagePage.class);
    assertThat(older.messages()).isEqualTo(said.subList(5, 15));
    MessagePage oldest = max.get(path + "&cursor=" + older.nextCursor()).ok(MessagePage.class);
    assertThat(oldest.messages()).isEqualTo(said.subList(0, 5));
    assertThat(oldest.nextCursor()).isNull();
    assertThat(max.get(path + "&cursor=x").error("cursor")).contains("not a cursor");
  }

  @Test
  void historyIsPagedFromItsNewestEndToo() {
    Ticket ticket = newTicket();
    for (int n = 0; n < 5; n++) {
      say(cora, ticket, "Message " + n);
    }
    String path = Routes.ticket(ticket.id(), "history");
    HistoryPage all = max.get(path).ok(HistoryPage.class);
    HistoryPage newest = max.get(path + "?limit=4").ok(HistoryPage.class);
    HistoryPage older =
        max.get(path + "?limit=4&cursor=" + newest.nextCursor()).ok(HistoryPage.class);
    assertThat(newest.history()).isEqualTo(all.history().subList(2, 6));
    assertThat(older.history()).isEqualTo(all.history().subList(0, 2));
    assertThat(older.nextCursor()).isNull();
  }

  @Test
  void aMessageHasABodyAndAnEnd() {
    Ticket ticket = newTicket();
    String path = Routes.ticket(ticket.id(), "messages");
    assertThat(max.post(path, Map.of("body", " ")).error("body")).isEqualTo("is missing");
    assertThat(max.post(path, Map.of("body", "x".repeat(Limits.TEXT + 1))).error("body"))
        .contains("at most");
    assertThat(
            max.post(path, Map.of("body", "x", "attachmentIds", List.of(UUID.randomUUID())))
                .error("attachmentIds"))
        .isEqualTo("no such attachment");
    assertThat(max.post(path, Map.of("body", "x", "ticketId", UUID.randomUUID())).error("ticketId"))
        .contains("not the ticket");
    String longest = "ä€😀\n".repeat(Limits.TEXT / 5);
    assertThat(say(max, ticket, longest).body()).isEqualTo(longest);
  }

  private Message say(Client client, Ticket ticket, String body) {
    return client
        .post(Routes.ticket(ticket.id(), "messages"), Map.of("body", body))
        .ok(Message.class);
  }

  private void note(Client client, Ticket ticket, String body) {
    client
        .post(Routes.ticket(ticket.id(), "messages"), Map.of("body", body, "internal", true))
        .ok(Message.class);
  }

  private Ticket read(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id())).ok(Ticket.class);
  }
}
