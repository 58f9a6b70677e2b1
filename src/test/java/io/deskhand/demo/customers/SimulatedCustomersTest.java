package io.deskhand.demo.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.demo.Colleague;
import io.deskhand.demo.DemoDesk;
import io.deskhand.demo.DemoOptions;
import io.deskhand.demo.DemoPeople;
import io.deskhand.demo.stock.Stock;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.ResolveRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated customers at a real server, twenty times as fast as people. */
class SimulatedCustomersTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private DemoDesk desk;
  private SimulatedCustomers customers;

  @TempDir Path data;

  @BeforeEach
  void openTheDesk() {
    desk = DemoDesk.start(quiet(), progress -> {});
    customers = live(desk.address(), new Pace(20));
  }

  @AfterEach
  void goHome() {
    customers.close();
    desk.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void coraReadsTypesAndAnswers() throws Exception {
    try (Colleague max = Colleague.signIn(desk.address(), DemoPeople.MAX)) {
      UUID ticket = ofCora(max).id();
      max.watch(ticket);
      Message question = max.write(ticket, "Could you tell me the exact error message?");

      Message answer =
          await().atMost(SOON).until(() -> answer(max, question), Optional::isPresent).get();
      assertThat(answer.senderName()).isEqualTo(DemoPeople.CORA.name());
      assertThat(answer.body()).isNotBlank();
      assertThat(max.heard()).anyMatch(frame -> isTypingOf(frame, ticket));
      await().atMost(SOON).until(() -> found(max, question).readAt() != null);
    }
  }

  @Test
  void whatIsSolvedIsRatedOrReopened() throws Exception {
    try (Colleague max = Colleague.signIn(desk.address(), DemoPeople.MAX)) {
      UUID ticket = ofCora(max).id();
      max.verb(ticket, "resolve", new ResolveRequest("The fixed version is in the store."));

      await()
          .atMost(SOON)
          .until(
              () -> {
                Ticket now = max.ticket(ticket);
                return now.satisfaction() != null || now.status() == Status.REOPENED;
              });
    }
  }

  @Test
  void othersOpenTicketsOfTheirOwnAccord() throws Exception {
    customers.close();
    customers = live(desk.address(), new Pace(200));
    try (Colleague ada = Colleague.signIn(desk.address(), DemoPeople.ADA)) {
      long before = ada.tickets("limit=1").total();
      String newest = ada.tickets("limit=1&sort=-createdAt").tickets().getFirst().ticketNumber();

      await().atMost(SOON).until(() -> ada.tickets("limit=1").total() > before);
      await()
          .atMost(SOON)
          .until(
              () ->
                  ada.tickets("limit=10&sort=-createdAt").tickets().stream()
                      .filter(ticket -> ticket.ticketNumber().compareTo(newest) > 0)
                      .anyMatch(ticket -> ticket.messageCount() > 0));
    }
  }

  @Test
  void theyComeBackAfterARestartAndAnswerWhatWasWrittenMeanwhile() throws Exception {
    int port = desk.address().getPort();
    try (Colleague max = Colleague.signIn(desk.address(), DemoPeople.MAX)) {
      customersAreThere(max);
    }
    desk.close();
    desk = DemoDesk.start(quiet().withPort(port), progress -> {});
    try (Colleague max = Colleague.signIn(desk.address(), DemoPeople.MAX)) {
      UUID ticket = ofCora(max).id();
      Message question = max.write(ticket, "We were away for a moment. Does it work now?");

      await().atMost(SOON).until(() -> answer(max, question), Optional::isPresent);
    }
  }

  @Test
  void nobodySaysAnythingOnceTheyWentHome() throws Exception {
    try (Colleague max = Colleague.signIn(desk.address(), DemoPeople.MAX)) {
      customersAreThere(max);
      customers.close();
      Message question = max.write(ofCora(max).id(), "Is anybody there?");

      await()
          .during(Duration.ofMillis(1_500))
          .atMost(SOON)
          .until(() -> answer(max, question).isEmpty());
    }
  }

  private void customersAreThere(Colleague max) throws Exception {
    Message hello = max.write(ofCora(max).id(), "Hello Cora, Max here.");
    await().atMost(SOON).until(() -> answer(max, hello), Optional::isPresent);
  }

  private SimulatedCustomers live(URI server, Pace pace) {
    return SimulatedCustomers.start(
        server,
        DemoPeople.customers(),
        DemoPeople.PASSWORD,
        Stock.load(),
        pace,
        3,
        Clock.systemUTC(),
        failures::add);
  }

  private DemoOptions quiet() {
    return DemoOptions.in(data).withTickets(120).withLiving(false);
  }

  private static Ticket ofCora(Colleague max) throws Exception {
    List<Ticket> mine = max.tickets("assignedTo=me&status=in_progress&limit=100").tickets();
    return mine.stream()
        .filter(ticket -> DemoPeople.CORA.email().equals(ticket.customerEmail()))
        .findFirst()
        .orElseThrow();
  }

  /** What the customer wrote after {@code question}. */
  private static Optional<Message> answer(Colleague max, Message question) throws Exception {
    return max.messages(question.ticketId()).stream()
        .filter(message -> message.createdAt().isAfter(question.createdAt()))
        .filter(message -> message.senderType() == SenderType.CUSTOMER)
        .findFirst();
  }

  private static Message found(Colleague max, Message wanted) throws Exception {
    return max.messages(wanted.ticketId()).stream()
        .filter(message -> message.id().equals(wanted.id()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isTypingOf(Frame frame, UUID ticket) {
    return frame.event().equals(Events.TYPING_INDICATOR)
        && frame.data().path("ticketId").asText().equals(ticket.toString())
        && frame.data().path("typing").asBoolean();
  }
}
