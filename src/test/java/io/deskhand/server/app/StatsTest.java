package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Agent;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HandledStats;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketStats;
import io.deskhand.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's figures against six tickets and a calculation by hand. */
class StatsTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T10:00:00Z");

  /**
   * Support: 1 open and nobody's, 2 with Max, 3 resolved by Max after 2 h and rated 5, 4 closed by
   * Max after 4 h and rated 2, 5 escalated to Omar. Billing: 6 with Bea. First responses after 10,
   * 20 and 60 minutes (2, 3, 4). All of Monday but 5 and 6, which are of Tuesday.
   */
  private static final List<Ticket> TICKETS =
      List.of(
          ticket(1, MONDAY, Status.OPEN).build(),
          held(ticket(2, MONDAY, Status.IN_PROGRESS), TestDesk.MAX, 10).build(),
          held(ticket(3, MONDAY, Status.RESOLVED), TestDesk.MAX, 20)
              .resolvedAt(MONDAY.plus(Duration.ofHours(2)))
              .satisfaction(5)
              .build(),
          held(ticket(4, MONDAY, Status.CLOSED), TestDesk.MAX, 60)
              .resolvedAt(MONDAY.plus(Duration.ofHours(4)))
              .priority(Priority.HIGH)
              .satisfaction(2)
              .build(),
          held(ticket(5, TUESDAY, Status.ESCALATED), TestDesk.MAX, null)
              .escalatedTo(TestDesk.OMAR.id())
              .priority(Priority.URGENT)
              .build(),
          held(ticket(6, TUESDAY, Status.IN_PROGRESS), TestDesk.BEA, null)
              .departmentId(TestDesk.BILLING.id())
              .build());

  private static DeskServer server;
  private static Client ada;
  private static Client lea;
  private static Client max;

  @BeforeAll
  static void start(@TempDir Path data) {
    server =
        DeskServer.start(
            TestDatabase.local(data)
                .withSeed(TestDesk.SEED.andThen(target -> target.tickets(TICKETS))));
    ada = Client.of(server).signIn("ada@demo.desk");
    lea = Client.of(server).signIn("lea@demo.desk");
    max = Client.of(server).signIn("max@demo.desk");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theTotalsAreThoseOfAllTickets() {
    TicketStats stats = ada.get(Routes.STATS).ok(TicketStats.class);
    assertThat(stats)
        .isEqualTo(
            new TicketStats(
                6,
                Map.of(
                    Status.OPEN, 1L,
                    Status.IN_PROGRESS, 2L,
                    Status.RESOLVED, 1L,
                    Status.CLOSED, 1L,
                    Status.ESCALATED, 1L),
                Map.of(Priority.MEDIUM, 4L, Priority.HIGH, 1L, Priority.URGENT, 1L),
                1,
                1_800.0,
                10_800.0,
                3.5,
                stats.figures()));
  }

  @Test
  void everybodyGetsTheFiguresOfWhatTheySee() {
    assertThat(lea.get(Routes.STATS).ok(TicketStats.class).total()).isEqualTo(5);
    TicketStats own = max.get(Routes.STATS).ok(TicketStats.class);
    assertThat(own.total()).isEqualTo(5);
    assertThat(own.byStatus()).containsEntry(Status.OPEN, 1L);
  }

  @Test
  void aRangeIsOfTheDaysOfCreation() {
    String tuesday = "?from=2026-11-17&to=2026-11-17";
    TicketStats stats = ada.get(Routes.STATS + tuesday).ok(TicketStats.class);
    assertThat(stats.total()).isEqualTo(2);
    assertThat(stats.averageResolutionSeconds()).isNull();
    assertThat(ada.get(Routes.STATS + "?to=2026-11-16T10:00:00Z").ok(TicketStats.class).total())
        .isEqualTo(4);
    assertThat(ada.get(Routes.STATS + "?from=2026-12-01").ok(TicketStats.class).total()).isZero();
    ada.get(Routes.STATS + "?from=yesterday").error("from");
    ada.get(Routes.STATS + "?until=2026-12-01").error("until");
  }

  @Test
  void anAgentsTicketsAreThoseThatTheyHaveByEscalationElseByAssignment() {
    HandledStats stats = ada.get(Routes.AGENT_STATS).ok(HandledStats.class);
    HandledStats.Line line = line(stats, TestDesk.MAX.id());
    assertThat(line.handled()).isEqualTo(2);
    assertThat(line.active()).isEqualTo(1);
    assertThat(line.share()).isEqualTo(3 / 5.0);
    assertThat(line.averageFirstResponseSeconds()).isEqualTo(1_800.0);
    assertThat(line.averageResolutionSeconds()).isEqualTo(10_800.0);
    assertThat(line.averageSatisfaction()).isEqualTo(3.5);
    assertThat(line(stats, TestDesk.OMAR.id()).active()).isEqualTo(1);
    assertThat(line(stats, TestDesk.INES.id()).byStatus()).isEmpty();
    assertThat(stats.lines()).extracting(HandledStats.Line::name).isSorted().hasSize(7);
  }

  @Test
  void aDepartmentsFiguresAreOfItsTickets() {
    HandledStats stats = ada.get(Routes.DEPARTMENT_STATS).ok(HandledStats.class);
    HandledStats.Line support = line(stats, TestDesk.SUPPORT.id());
    assertThat(support.handled()).isEqualTo(2);
    assertThat(support.active()).isEqualTo(3);
    assertThat(support.share()).isEqualTo(5 / 6.0);
    assertThat(line(stats, TestDesk.BILLING.id()).active()).isEqualTo(1);
  }

  @Test
  void aLeadSeesTheirOwnDepartmentsLinesAndAnAgentNone() {
    HandledStats stats = lea.get(Routes.DEPARTMENT_STATS).ok(HandledStats.class);
    assertThat(stats.lines()).extracting(HandledStats.Line::name).containsExactly("Support");
    assertThat(lea.get(Routes.AGENT_STATS).ok(HandledStats.class).lines())
        .extracting(HandledStats.Line::name)
        .containsExactly("Ines", "Lea", "Max", "Omar");
    max.get(Routes.AGENT_STATS).problem(ErrorCode.FORBIDDEN);
    max.get(Routes.DEPARTMENT_STATS).problem(ErrorCode.FORBIDDEN);
  }

  private static HandledStats.Line line(HandledStats stats, UUID id) {
    return stats.lines().stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }

  private static TicketBuilder ticket(int n, Instant created, Status status) {
    return new TicketBuilder(TestDesk.id(100 + n), "Ticket " + n, created)
        .ticketNumber("TKT-2026-00000" + n)
        .departmentId(TestDesk.SUPPORT.id())
        .priority(Priority.MEDIUM)
        .status(status);
  }

  private static TicketBuilder held(
      TicketBuilder ticket, Agent agent, @Nullable Integer minutesToResponse) {
    Instant response =
        minutesToResponse == null ? null : MONDAY.plus(Duration.ofMinutes(minutesToResponse));
    return ticket.assignedTo(agent.id()).assignedToName(agent.name()).firstResponseAt(response);
  }
}
