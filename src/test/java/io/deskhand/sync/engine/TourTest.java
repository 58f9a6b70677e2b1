package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.INES;
import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.AgentStatus;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketState.Delivery;
import io.deskhand.sync.TicketState.Entry;
import io.deskhand.sync.TicketState.Loading;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent does on an ordinary day, with the server there. */
class TourTest {
  @TempDir static Path data;
  @TempDir Path folder;
  private static TestBackend backend;
  private Console max;

  @BeforeAll
  static void serve() {
    backend = new TestBackend(data, 30, Clock.systemUTC());
  }

  @AfterAll
  static void stopServing() {
    backend.close();
  }

  @BeforeEach
  void start() throws Exception {
    max = Console.live(folder.resolve("max"), backend.address(), MAX);
  }

  @AfterEach
  void stop() {
    assertThat(max.incidents()).isEmpty();
    max.close();
  }

  @Test
  void theCopyEqualsTheServersAnswer() throws Exception {
    assertThat(max.tickets()).hasSizeGreaterThan(25);
    var server = backend.tickets(MAX.email());
    server.replaceAll((id, ticket) -> ticket.toBuilder().description(null).build());
    assertThat(max.tickets()).isEqualTo(server);
    assertThat(max.desk().agents().get()).hasSize(4);
    assertThat(max.desk().categories().get()).isNotEmpty();
    assertThat(max.desk().departments().get()).hasSize(2);
    assertThat(max.desk().connection().get().synced()).isEqualTo(server.size());
    assertThat(max.desk().connection().get().asOf()).isNotNull();
  }

  @Test
  void aReplyIsThereAtOnceAndConfirmedSoon() throws Exception {
    try (LiveTicket open = max.open(ticketId(3))) {
      await().until(() -> open.state().get().loading() == Loading.LOADED);
      assertThat(open.state().get().conversation()).hasSize(1);
      assertThat(open.state().get().firstUnread()).isNotNull();
      assertThat(open.state().get().ticket())
          .extracting(Ticket::description)
          .isEqualTo("How do I do 3?");
      Intent.Say say = max.say(ticketId(3), "Like this");
      assertThat(open.state().get().conversation())
          .extracting(entry -> entry.message().id())
          .contains(say.messageId());
      max.awaitEmptyOutbox();
      await()
          .untilAsserted(
              () ->
                  assertThat(open.state().get().conversation())
                      .extracting(Entry::delivery)
                      .containsExactly(Delivery.CONFIRMED, Delivery.CONFIRMED));
      await()
          .untilAsserted(
              () ->
                  assertThat(open.state().get().history())
                      .extracting(HistoryEntry::action)
                      .contains(HistoryAction.MESSAGE_SENT));
    }
    assertThat(backend.messages(ticketId(3))).extracting(Message::body).contains("Like this");
  }

  @Test
  void theLifeOfATicketOnTwoConsoles() throws Exception {
    try (Console ines = Console.live(folder.resolve("ines"), backend.address(), INES)) {
      UUID id = UUID.randomUUID();
      max.submit(new Intent.Create(id, created()));
      max.submit(new Intent.Assign(id, INES.id()));
      max.awaitEmptyOutbox();
      await().untilAsserted(() -> assertThat(ines.tickets()).containsKey(id));
      assertThat(ines.ticket(id).ticketNumber()).startsWith("TKT-");
      assertThat(ines.ticket(id).status()).isEqualTo(Status.IN_PROGRESS);
      ines.submit(new Intent.Update(id, TicketPatch.read(Json.parse("{\"priority\":\"urgent\"}"))));
      ines.submit(new Intent.SetStatus(id, Status.PENDING));
      ines.submit(new Intent.Resolve(id, "Done"));
      ines.submit(new Intent.Close(id));
      ines.submit(new Intent.Reopen(id, "It is back"));
      ines.awaitEmptyOutbox();
      assertThat(ines.ticket(id).status()).isEqualTo(Status.REOPENED);
      assertThat(ines.ticket(id).priority()).isEqualTo(Priority.URGENT);
      await().untilAsserted(() -> assertThat(max.tickets()).doesNotContainKey(id));
    }
  }

  @Test
  void aCustomersWordComesByItselfAndIsUnreadUntilRead() throws Exception {
    UUID id = ticketId(5);
    max.submit(new Intent.Assign(id, MAX.id()));
    max.say(id, "Hello Cora");
    max.awaitEmptyOutbox();
    try (var queue = max.desk().queue(TicketQuery.ALL)) {
      Message message = backend.coraSays(id, "It still fails");
      await().until(() -> queue.rows(0, 1).getFirst().unread());
      assertThat(queue.rows(0, 1).getFirst().ticket().id()).isEqualTo(id);
      try (LiveTicket open = max.open(id)) {
        await().until(() -> open.state().get().loading() == Loading.LOADED);
        assertThat(open.state().get().firstUnread()).isEqualTo(message.id());
        open.markRead();
        await().until(() -> !queue.rows(0, 1).getFirst().unread());
        await()
            .untilAsserted(
                () ->
                    assertThat(backend.messages(id))
                        .filteredOn(it -> it.id().equals(message.id()))
                        .allMatch(it -> it.readAt() != null));
      }
      assertThat(max.desk().notifications().get()).isNotEmpty();
    }
  }

  @Test
  void othersInTheRoomAreSeenAndHeard() throws Exception {
    try (Console ines = Console.live(folder.resolve("ines"), backend.address(), INES);
        LiveTicket mine = max.open(ticketId(7))) {
      LiveTicket hers = ines.open(ticketId(7));
      await()
          .untilAsserted(
              () ->
                  assertThat(mine.state().get().viewers())
                      .extracting("name")
                      .containsExactly("Ines"));
      await().until(() -> hers.state().get().viewers().size() == 1);
      hers.typing(true);
      await().until(() -> mine.state().get().typing().size() == 1);
      await().until(() -> mine.state().get().typing().isEmpty());
      hers.typing(true);
      await().until(() -> mine.state().get().typing().size() == 1);
      hers.close();
      await().until(() -> mine.state().get().typing().isEmpty());
      await().until(() -> mine.state().get().viewers().isEmpty());
    }
  }

  @Test
  void theOwnStatusShowsAtOnce() throws Exception {
    Console.await(max.desk().setStatus(AgentStatus.AWAY));
    assertThat(max.desk().agents().get())
        .filteredOn(agent -> agent.id().equals(MAX.id()))
        .allMatch(agent -> agent.status() == AgentStatus.AWAY);
    max.awaitEmptyOutbox();
    assertThat(max.desk().agents().get())
        .filteredOn(agent -> agent.id().equals(MAX.id()))
        .allMatch(agent -> agent.status() == AgentStatus.AWAY);
  }

  private static CreateTicket created() {
    return new CreateTicket(
        null,
        "Printer on fire",
        "Really",
        Priority.HIGH,
        "general",
        null,
        null,
        "Cora",
        "cora@demo.desk",
        null,
        null,
        null,
        SmallDesk.SUPPORT.id(),
        null,
        null,
        null);
  }
}
