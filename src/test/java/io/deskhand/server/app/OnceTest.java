package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Message;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Repeats are harmless, and stale writes are refused. */
class OnceTest extends ServerTest {
  @Test
  void aRepeatGetsTheFirstAnswerAndDoesNothing() {
    String messages = Routes.ticket(newTicket().id(), "messages");
    Client keyed = max.with(Routes.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    Message first = keyed.post(messages, Map.of("body", "once")).ok(Message.class);
    Client.Answer repeat = keyed.post(messages, Map.of("body", "once"));

    assertThat(repeat.status()).isEqualTo(201);
    assertThat(repeat.ok(Message.class)).isEqualTo(first);
    assertThat(max.get(messages).ok(MessagePage.class).messages()).containsExactly(first);
  }

  @Test
  void manyRepeatsAtOnceAreStillOne() throws Exception {
    UUID ticket = newTicket().id();
    String messages = Routes.ticket(ticket, "messages");
    Client keyed = max.with(Routes.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    List<Future<Message>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        answers.add(
            callers.submit(() -> keyed.post(messages, Map.of("body", "once")).ok(Message.class)));
      }
    }
    for (Future<Message> answer : answers) {
      assertThat(answer.get()).isEqualTo(answers.getFirst().get());
    }
    Ticket after = max.get(Routes.ticket(ticket)).ok(Ticket.class);
    assertThat(after.messageCount()).isEqualTo(1);
  }

  @Test
  void aRefusalIsRepeatedTooEvenWhenItWouldSucceedNow() {
    UUID ticket = newTicket().id();
    Client keyed = max.with(Routes.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    String reopen = Routes.ticket(ticket, "reopen");
    Problem refused = keyed.post(reopen, Map.of()).problem(ErrorCode.INVALID_TRANSITION);
    max.post(Routes.ticket(ticket, "close"), Map.of()).ok(Ticket.class);

    assertThat(keyed.post(reopen, Map.of()).problem(ErrorCode.INVALID_TRANSITION).state())
        .isEqualTo(refused.state());
    assertThat(max.get(Routes.ticket(ticket)).ok(Ticket.class).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void aKeyFitsOneRequestOfOnePerson() {
    UUID ticket = newTicket().id();
    String messages = Routes.ticket(ticket, "messages");
    String key = UUID.randomUUID().toString();
    Client keyed = max.with(Routes.IDEMPOTENCY_KEY, key);
    keyed.post(messages, Map.of("body", "one")).ok(Message.class);

    keyed.post(messages, Map.of("body", "two")).problem(ErrorCode.IDEMPOTENCY_MISMATCH);
    keyed.post(Routes.ticket(ticket, "close"), Map.of()).problem(ErrorCode.IDEMPOTENCY_MISMATCH);
    keyed
        .post(
            Routes.API_SUPPORT + messages.substring(Routes.SUPPORT.length()), Map.of("body", "one"))
        .ok(Message.class);
    lea.with(Routes.IDEMPOTENCY_KEY, key).post(messages, Map.of("body", "one")).ok(Message.class);
    assertThat(max.get(messages).ok(MessagePage.class).messages()).hasSize(2);
  }

  @Test
  void anIdIsTakenOnce() {
    UUID id = UUID.randomUUID();
    Map<String, Object> ticket = Map.of("id", id, "subject", "Mine");
    max.post(Routes.TICKETS, ticket).ok(Ticket.class);
    max.post(Routes.TICKETS, ticket).problem(ErrorCode.CONFLICT);
    String messages = Routes.ticket(id, "messages");
    max.post(messages, Map.of("id", id, "body", "hello")).ok(Message.class);
    max.post(messages, Map.of("id", id, "body", "goodbye")).problem(ErrorCode.CONFLICT);
    lea.post(messages, Map.of("id", id, "body", "hello")).problem(ErrorCode.CONFLICT);
    max.delete(Routes.ticket(id));
    max.post(Routes.TICKETS, ticket).problem(ErrorCode.CONFLICT);
  }

  @Test
  void aMessageThatIsThereIsAnsweredWhateverItsKeyIsNow() {
    UUID ticket = newTicket().id();
    Map<String, Object> hello = Map.of("id", UUID.randomUUID(), "body", "hello");
    String messages = Routes.ticket(ticket, "messages");
    Message first = max.post(messages, hello).ok(Message.class);
    Client later = max.with("Idempotency-Key", UUID.randomUUID().toString());
    assertThat(later.post(messages, hello).ok(Message.class)).isEqualTo(first);
    assertThat(max.get(Routes.ticket(ticket)).ok(Ticket.class).messageCount()).isEqualTo(1);
  }

  @Test
  void aStaleWriteGetsTheCurrentTicket() {
    Ticket ticket = newTicket();
    Ticket current =
        max.patch(Routes.ticket(ticket.id()), Map.of("priority", "urgent")).ok(Ticket.class);
    Client stale = max.with("If-Match", "\"" + ticket.version() + "\"");

    Problem problem =
        stale
            .patch(Routes.ticket(ticket.id()), Map.of("priority", "low"))
            .problem(ErrorCode.VERSION_CONFLICT);
    assertThat(problem.ticket()).isEqualTo(current);
    stale.post(Routes.ticket(ticket.id(), "close"), Map.of()).problem(ErrorCode.VERSION_CONFLICT);
    stale.delete(Routes.ticket(ticket.id())).problem(ErrorCode.VERSION_CONFLICT);

    Client fresh = max.with("If-Match", "\"" + current.version() + "\"");
    assertThat(
            fresh
                .patch(Routes.ticket(ticket.id()), Map.of("priority", "low"))
                .ok(Ticket.class)
                .version())
        .isEqualTo(current.version() + 1);
  }
}
