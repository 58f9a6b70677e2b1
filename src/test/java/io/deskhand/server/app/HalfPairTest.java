package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import io.deskhand.server.live.LiveClient;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.TestDatabase;
import io.deskhand.server.store.Tx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that has half a surrogate pair in its texts, as an older version took it in, is read. */
class HalfPairTest {
  private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");
  private static final UUID TICKET = TestDesk.id(500);

  /** In the middle, beside a whole pair, and at the end. */
  private static final String STORED = "torn\uD83D lamp \uD83D\uDE00 \uDE00 lost\uD83D";

  private static final String READ = "torn? lamp \uD83D\uDE00 ? lost?";

  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));

  @Test
  void whatWasStoredWithHalfAPairIsReadByEverybody(@TempDir Path data) throws Exception {
    long founded = store(data);
    try (DeskServer server = DeskServer.start(TestDatabase.local(data).withClock(clock))) {
      Client max = Client.of(server).signIn("max@demo.desk");
      everyAnswerHasIt(max);
      everyPageHasIt(max, founded);
      aFrameHasIt(server, max);
    }
    assertThat(TestDatabase.audit(data)).matches(report -> report.isWhole());
  }

  private static void everyAnswerHasIt(Client max) {
    Ticket one = max.get(Routes.ticket(TICKET)).ok(Ticket.class);
    assertThat(one.subject()).isEqualTo(READ);
    assertThat(one.tags()).containsExactly(READ);
    assertThat(max.get(Routes.TICKETS).ok(TicketPage.class).tickets()).contains(one);
    assertThat(max.get(Routes.TICKETS + "?q=torn+lost").ok(TicketPage.class).tickets())
        .containsExactly(one);
    Message message =
        max.get(Routes.ticket(TICKET, "messages")).ok(MessagePage.class).messages().getFirst();
    assertThat(message.body()).isEqualTo(READ);
    JsonNode entry = max.get(Routes.ticket(TICKET, "history")).json().at("/history/0");
    assertThat(entry.path("details").asText()).isEqualTo(READ);
  }

  private static void everyPageHasIt(Client max, long since) {
    assertThat(max.get(Routes.SNAPSHOT).response().body()).contains("torn? lamp");
    JsonNode changes = max.get(Routes.CHANGES + "?since=" + since).json().path("changes");
    assertThat(changes.findValuesAsText("subject")).contains(READ);
    assertThat(changes.findValuesAsText("body")).contains(READ);
    assertThat(changes.findValuesAsText("details")).contains(READ);
  }

  private static void aFrameHasIt(DeskServer server, Client max) throws Exception {
    String token = max.tokens("max@demo.desk").accessToken();
    try (LiveClient live = LiveClient.subscribed(server.address(), token)) {
      max.post(Routes.ticket(TICKET, "messages"), Map.of("body", "Which lamp?")).ok(Message.class);
      JsonNode told =
          live.await(frame -> frame.event().equals(Events.NEW_MESSAGE)).data().path("ticket");
      assertThat(told.path("subject").asText()).isEqualTo(READ);
    }
  }

  /** Returns the seq before it. */
  private long store(Path data) {
    try (Store store = TestDatabase.open(data, clock)) {
      store
          .ledger()
          .write(
              tx -> {
                tx.load(TestDesk.SEED);
                return tx.now();
              });
      long founded = store.ledger().head();
      assertThat(store.ledger().write(HalfPairTest::insert)).isEqualTo(TICKET);
      return founded;
    }
  }

  private static UUID insert(Tx tx) {
    Ticket ticket =
        new TicketBuilder(TICKET, STORED, THEN)
            .ticketNumber(tx.tickets().nextNumber())
            .description(STORED)
            .category("technical")
            .customerId(TestDesk.CORA.id())
            .customerName(STORED)
            .departmentId(TestDesk.SUPPORT.id())
            .tags(List.of(STORED))
            .messageCount(1)
            .build();
    tx.tickets().insert(ticket);
    tx.messages().insert(message(), ticket);
    tx.history().append(entry(), ticket);
    return ticket.id();
  }

  private static Message message() {
    return new Message(
        TestDesk.id(501),
        TICKET,
        TestDesk.CORA.id(),
        STORED,
        SenderType.CUSTOMER,
        STORED,
        false,
        List.of(),
        null,
        null,
        THEN);
  }

  private static HistoryEntry entry() {
    return new HistoryEntry(
        TestDesk.id(502),
        TICKET,
        HistoryAction.TICKET_UPDATED,
        TestDesk.CORA.id(),
        STORED,
        STORED,
        List.of(),
        THEN);
  }
}
