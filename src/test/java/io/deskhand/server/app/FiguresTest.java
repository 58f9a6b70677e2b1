package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Agent;
import io.deskhand.model.Channel;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.model.sla.SlaTarget;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HandledStats;
import io.deskhand.protocol.Ratings;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SlaStats;
import io.deskhand.protocol.Spread;
import io.deskhand.protocol.TicketStats;
import io.deskhand.protocol.WorkFigures;
import io.deskhand.server.store.Import;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every figure of eight tickets against a calculation by hand. The shipped targets, first response
 * and resolution: urgent 1 h and 4 h of any time; high 4 h and 8 h, medium 8 h and 24 h, low 24 h
 * and 72 h of the hours from 8 to 18, Monday to Friday.
 *
 * <pre>
 *   created    state        priority category  channel who   response  resolved  rated
 * 1 Mon 10:00  closed       urgent   technical email   Max     30 min     3 h      5
 * 2 Mon 10:00  resolved     urgent   technical email   Max     90 min     5 h      1
 * 3 Mon 10:00  resolved     high     billing   chat    Ines    60 min    24 h      4
 * 4 Mon 10:00  closed       low      billing   web     Max    120 min    48 h
 * 5 Tue 10:00  open         medium   technical phone   -      due on Friday at 14:00
 * 6 Tue 10:00  in_progress  urgent   technical web     Omar    10 min, due on Friday at 11:00
 * 7 Tue 10:00  pending      medium   general   web     Bea    200 min
 * 8 Tue 10:00  in_progress  low      general   web     Bea    no targets
 * </pre>
 *
 * All are of Support but 7 and 8, which are of Billing. 2 was escalated twice and 7 once; neither
 * is any more. It is Friday, 12:00.
 */
class FiguresTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T10:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static final List<Ticket> TICKETS =
      List.of(
          ended(1, Priority.URGENT, "technical", Channel.EMAIL, TestDesk.MAX, 30, 180)
              .status(Status.CLOSED)
              .satisfaction(5)
              .build(),
          ended(2, Priority.URGENT, "technical", Channel.EMAIL, TestDesk.MAX, 90, 300)
              .satisfaction(1)
              .build(),
          ended(3, Priority.HIGH, "billing", Channel.CHAT, TestDesk.INES, 60, 1_440)
              .satisfaction(4)
              .build(),
          ended(4, Priority.LOW, "billing", Channel.WEB, TestDesk.MAX, 120, 2_880)
              .status(Status.CLOSED)
              .build(),
          ticket(5, TUESDAY, Priority.MEDIUM, "technical", Channel.PHONE)
              .dueAt(NOON.plus(Duration.ofHours(2)))
              .build(),
          held(6, Priority.URGENT, "technical", TestDesk.OMAR, 10)
              .dueAt(NOON.minus(Duration.ofHours(1)))
              .build(),
          held(7, Priority.MEDIUM, "general", TestDesk.BEA, 200)
              .departmentId(TestDesk.BILLING.id())
              .status(Status.PENDING)
              .build(),
          held(8, Priority.LOW, "general", TestDesk.BEA, null)
              .departmentId(TestDesk.BILLING.id())
              .build());

  private static DeskServer server;
  private static Client ada;
  private static Client lea;

  @BeforeAll
  static void start(@TempDir Path data) {
    server =
        DeskServer.start(
            ServerOptions.local(data)
                .withClock(new TestClock(NOON))
                .withSeed(TestDesk.SEED.andThen(FiguresTest::fill)));
    ada = Client.of(server).signIn("ada@demo.desk");
    lea = Client.of(server).signIn("lea@demo.desk");
  }

  private static void fill(Import target) {
    target.tickets(TICKETS);
    target.history(
        List.of(
            entry(2, 1, HistoryAction.TICKET_ESCALATED),
            entry(2, 2, HistoryAction.TICKET_ASSIGNED),
            entry(2, 3, HistoryAction.TICKET_ESCALATED),
            entry(7, 1, HistoryAction.TICKET_ESCALATED)));
  }

  private static HistoryEntry entry(int ticket, int n, HistoryAction action) {
    return new HistoryEntry(
        TestDesk.id(300 + 10 * ticket + n),
        TestDesk.id(200 + ticket),
        action,
        null,
        "Lea",
        null,
        List.of(),
        TUESDAY.plus(Duration.ofMinutes(n)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyFigureOfAllTicketsIsRight() {
    TicketStats stats = ada.get(Routes.STATS).ok(TicketStats.class);
    assertThat(stats.total()).isEqualTo(8);
    assertThat(stats.byStatus())
        .isEqualTo(
            Map.of(
                Status.CLOSED, 2L,
                Status.RESOLVED, 2L,
                Status.OPEN, 1L,
                Status.IN_PROGRESS, 2L,
                Status.PENDING, 1L));
    assertThat(stats.unassigned()).isEqualTo(1);
    // Responses after 10, 30, 60, 90, 120 and 200 minutes; resolutions after 3, 5, 24 and 48 h.
    assertThat(stats.figures())
        .isEqualTo(
            new WorkFigures(
                new Spread(6, 5_100.0, 3_600.0, 12_000.0),
                new Spread(4, 72_000.0, 18_000.0, 172_800.0),
                new Ratings(3, 10 / 3.0, Map.of(1, 1L, 4, 1L, 5, 1L)),
                Map.of(
                    Priority.URGENT, 3L, Priority.HIGH, 1L, Priority.MEDIUM, 2L, Priority.LOW, 2L),
                Map.of("technical", 4L, "billing", 2L, "general", 2L),
                Map.of(Channel.EMAIL, 2L, Channel.CHAT, 1L, Channel.WEB, 4L, Channel.PHONE, 1L),
                0,
                0.0,
                2,
                0.25));
  }

  @Test
  void figuresAreOfADepartmentAnAgentOrARangeIfAskedFor() {
    String billing = "?departmentId=" + TestDesk.BILLING.id();
    assertThat(ada.get(Routes.STATS + billing).ok(TicketStats.class).byStatus())
        .isEqualTo(Map.of(Status.PENDING, 1L, Status.IN_PROGRESS, 1L));
    String max = "?agentId=" + TestDesk.MAX.id();
    assertThat(ada.get(Routes.STATS + max).ok(TicketStats.class).figures().resolution())
        .isEqualTo(new Spread(3, 67_200.0, 18_000.0, 172_800.0));
    assertThat(ada.get(Routes.STATS + "?from=2026-11-17").ok(TicketStats.class).total())
        .isEqualTo(4);
    assertThat(lea.get(Routes.STATS + billing).ok(TicketStats.class).total()).isZero();
    ada.get(Routes.STATS + "?agentId=max").error("agentId");
  }

  @Test
  void anAgentsFiguresAreOfTheirTickets() {
    HandledStats stats = ada.get(Routes.AGENT_STATS).ok(HandledStats.class);
    HandledStats.Line max = line(stats, TestDesk.MAX);
    assertThat(max.handled()).isEqualTo(3);
    assertThat(max.share()).isEqualTo(3 / 7.0);
    assertThat(max.figures().firstResponse()).isEqualTo(new Spread(3, 4_800.0, 5_400.0, 7_200.0));
    assertThat(max.figures().satisfaction()).isEqualTo(new Ratings(2, 3.0, Map.of(1, 1L, 5, 1L)));
    assertThat(line(stats, TestDesk.BORIS).figures().firstResponse())
        .isEqualTo(new Spread(0, null, null, null));
  }

  @Test
  void targetsAreMetMissedOrOpen() {
    SlaStats.Line first = target(ada, SlaTarget.FIRST_RESPONSE);
    assertThat(first.all()).isEqualTo(new SlaStats.Counts(5, 1, 1, 5 / 6.0));
    assertThat(first.byPriority())
        .containsExactly(
            line(Priority.URGENT, 2, 1, 0, 2 / 3.0),
            line(Priority.HIGH, 1, 0, 0, 1.0),
            line(Priority.MEDIUM, 1, 0, 1, 1.0),
            line(Priority.LOW, 1, 0, 0, 1.0));
    SlaStats.Line last = target(ada, SlaTarget.RESOLUTION);
    assertThat(last.all()).isEqualTo(new SlaStats.Counts(2, 3, 2, 0.4));
    assertThat(last.byPriority())
        .containsExactly(
            line(Priority.URGENT, 1, 2, 0, 1 / 3.0),
            line(Priority.HIGH, 0, 1, 0, 0.0),
            line(Priority.MEDIUM, 0, 0, 2, null),
            line(Priority.LOW, 1, 0, 0, 1.0));
  }

  @Test
  void aLeadSeesTheTargetsOfTheirDepartmentsAndAnAgentNone() {
    assertThat(target(lea, SlaTarget.FIRST_RESPONSE).all())
        .isEqualTo(new SlaStats.Counts(4, 1, 1, 0.8));
    Client max = Client.of(server).signIn("max@demo.desk");
    max.get(Routes.SLA_STATS).problem(ErrorCode.FORBIDDEN);
  }

  @Test
  void anEscalationCountsWhenItHasEndedToo() {
    assertThat(escalationRate(ada, "?departmentId=" + TestDesk.BILLING.id())).isEqualTo(0.5);
    assertThat(escalationRate(ada, "?agentId=" + TestDesk.MAX.id())).isEqualTo(1 / 3.0);
    assertThat(escalationRate(ada, "?from=2026-11-17")).isEqualTo(0.25);
    assertThat(escalationRate(ada, "?to=2026-11-15")).isNull();
    assertThat(escalationRate(lea, "")).isEqualTo(1 / 6.0);
    HandledStats stats = ada.get(Routes.AGENT_STATS).ok(HandledStats.class);
    assertThat(line(stats, TestDesk.BEA).figures().escalationRate()).isEqualTo(0.5);
    assertThat(line(stats, TestDesk.OMAR).figures().escalated()).isZero();
  }

  private static Double escalationRate(Client client, String range) {
    return client.get(Routes.STATS + range).ok(TicketStats.class).figures().escalationRate();
  }

  private static SlaStats.Line target(Client client, SlaTarget target) {
    return client.get(Routes.SLA_STATS).ok(SlaStats.class).targets().stream()
        .filter(line -> line.target() == target)
        .findFirst()
        .orElseThrow();
  }

  private static SlaStats.PriorityLine line(
      Priority priority, long met, long missed, long open, @Nullable Double share) {
    return new SlaStats.PriorityLine(priority, new SlaStats.Counts(met, missed, open, share));
  }

  private static HandledStats.Line line(HandledStats stats, Agent agent) {
    return stats.lines().stream()
        .filter(line -> line.id().equals(agent.id()))
        .findFirst()
        .orElseThrow();
  }

  private static TicketBuilder ended(
      int n,
      Priority priority,
      String category,
      Channel channel,
      Agent agent,
      int minutesToResponse,
      int minutesToResolution) {
    return ticket(n, MONDAY, priority, category, channel)
        .status(Status.RESOLVED)
        .assignedTo(agent.id())
        .assignedToName(agent.name())
        .firstResponseAt(MONDAY.plus(Duration.ofMinutes(minutesToResponse)))
        .resolvedAt(MONDAY.plus(Duration.ofMinutes(minutesToResolution)));
  }

  private static TicketBuilder held(
      int n, Priority priority, String category, Agent agent, @Nullable Integer response) {
    return ticket(n, TUESDAY, priority, category, Channel.WEB)
        .status(Status.IN_PROGRESS)
        .assignedTo(agent.id())
        .assignedToName(agent.name())
        .firstResponseAt(response == null ? null : TUESDAY.plus(Duration.ofMinutes(response)));
  }

  private static TicketBuilder ticket(
      int n, Instant created, Priority priority, String category, Channel channel) {
    return new TicketBuilder(TestDesk.id(200 + n), "Ticket " + n, created)
        .ticketNumber("TKT-2026-00000" + n)
        .departmentId(TestDesk.SUPPORT.id())
        .priority(priority)
        .category(category)
        .channel(channel)
        .status(Status.OPEN);
  }
}
