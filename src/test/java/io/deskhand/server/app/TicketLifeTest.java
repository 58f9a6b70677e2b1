package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Lifecycle;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb in every state over the wire, against the contract's table. */
class TicketLifeTest extends ServerTest {
  static Stream<Arguments> verbsInStates() {
    return Stream.of(Status.values())
        .flatMap(
            status ->
                Stream.of(Verb.ASSIGN, Verb.ESCALATE, Verb.RESOLVE, Verb.CLOSE, Verb.REOPEN)
                    .map(verb -> Arguments.of(status, verb)));
  }

  @ParameterizedTest
  @MethodSource("verbsInStates")
  void aVerbLeadsWhereTheTableSaysOrIsRefused(Status status, Verb verb) {
    Ticket ticket = ticketIn(status);
    Client.Answer answer = ada.post(Routes.ticket(ticket.id(), verb.wire()), bodyOf(verb));

    if (Lifecycle.allows(status, verb)) {
      assertThat(answer.ok(Ticket.class).status())
          .isEqualTo(Lifecycle.targets(status, verb).iterator().next());
    } else {
      refused(answer, ticket, verb);
    }
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void aWishForAStateIsCarriedOutOrRefused(Status status) {
    for (Status wanted : Status.values()) {
      Ticket ticket = ticketIn(status);
      Client.Answer answer =
          ada.put(Routes.ticket(ticket.id(), "status"), Map.of("status", wanted));
      boolean possible =
          Stream.of(Verb.UPDATE, Verb.RESOLVE, Verb.CLOSE, Verb.REOPEN)
              .anyMatch(verb -> Lifecycle.targets(status, verb).contains(wanted));
      if (possible) {
        assertThat(answer.ok(Ticket.class).status()).isEqualTo(wanted);
      } else {
        refused(answer, ticket, Verb.UPDATE);
      }
    }
  }

  @Test
  void whatEndsATicketIsWrittenOnItAndGoneWhenItIsReopened() {
    UUID id = newTicket().id();
    Instant begun = clock.instant();
    clock.advance(Duration.ofMinutes(1));
    Ticket resolved =
        lea.post(Routes.ticket(id, "resolve"), Map.of("resolution", "Done")).ok(Ticket.class);
    assertThat(resolved.resolvedAt()).isEqualTo(begun.plus(Duration.ofMinutes(1)));
    assertThat(resolved.resolvedBy()).isEqualTo(TestDesk.LEA.id());
    assertThat(resolved.resolution()).isEqualTo("Done");
    assertThat(resolved.closedAt()).isNull();
    clock.advance(Duration.ofMinutes(1));
    Ticket closed = cora.post(Routes.ticket(id, "close"), Map.of()).ok(Ticket.class);
    assertThat(closed.closedAt()).isEqualTo(begun.plus(Duration.ofMinutes(2)));
    assertThat(closed.resolvedAt()).isEqualTo(resolved.resolvedAt());
    Ticket again = cora.post(Routes.ticket(id, "reopen"), Map.of()).ok(Ticket.class);
    assertThat(again.resolvedAt()).isNull();
    assertThat(again.resolvedBy()).isNull();
    assertThat(again.resolution()).isNull();
    assertThat(again.closedAt()).isNull();
  }

  private void refused(Client.Answer answer, Ticket ticket, Verb verb) {
    Problem problem = answer.problem(ErrorCode.INVALID_TRANSITION);
    assertThat(problem.state()).isEqualTo(ticket.status());
    assertThat(problem.verb()).isEqualTo(verb);
    assertThat(problem.allowed()).isEqualTo(Lifecycle.verbs(ticket.status()));
    Ticket now = ada.get(Routes.ticket(ticket.id())).ok(Ticket.class);
    assertThat(now).isEqualTo(ticket);
  }

  private static Object bodyOf(Verb verb) {
    return switch (verb) {
      case ASSIGN -> Map.of("agentId", TestDesk.INES.id());
      case ESCALATE -> Map.of("reason", "too hard for me");
      case RESOLVE -> Map.of("resolution", "turned it off and on");
      case REOPEN -> Map.of("reason", "broken again");
      default -> Map.of();
    };
  }

  private Ticket ticketIn(Status status) {
    UUID id = newTicket().id();
    for (String step : way(status)) {
      Verb verb = Verb.valueOf(step.toUpperCase(Locale.ROOT));
      if (verb == Verb.UPDATE) {
        ada.put(Routes.ticket(id, "status"), Map.of("status", status)).ok(Ticket.class);
      } else {
        ada.post(Routes.ticket(id, step), bodyOf(verb)).ok(Ticket.class);
      }
    }
    Ticket ticket = ada.get(Routes.ticket(id)).ok(Ticket.class);
    assertThat(ticket.status()).isEqualTo(status);
    return ticket;
  }

  private static List<String> way(Status status) {
    return switch (status) {
      case OPEN -> List.of();
      case PENDING -> List.of("update");
      case IN_PROGRESS -> List.of("update");
      case ESCALATED -> List.of("escalate");
      case RESOLVED -> List.of("resolve");
      case CLOSED -> List.of("close");
      case REOPENED -> List.of("close", "reopen");
    };
  }
}
