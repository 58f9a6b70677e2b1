package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Agent;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.JobAccepted;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import io.deskhand.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One verb on many tickets: each has its own outcome, and all of it can be taken back. */
class JobsTest extends ServerTest {
  @Test
  void eachTicketHasItsOwnOutcome() {
    List<UUID> open = newTickets(3);
    UUID closed = newTickets(1).getFirst();
    ada.post(Routes.ticket(closed, "close"), Map.of()).ok(Ticket.class);
    UUID unknown = UUID.randomUUID();
    List<UUID> all = new ArrayList<>(open);
    all.addAll(List.of(closed, unknown, open.getFirst()));

    Job job = bulk(ada, "resolve", Map.of("ticketIds", all, "resolution", "Fixed in 4.2"));

    assertThat(job.state()).isEqualTo(Job.State.DONE);
    assertThat(job.total()).isEqualTo(5);
    assertThat(job.done()).isEqualTo(5);
    assertThat(job.failed())
        .extracting(Job.Failure::ticketId, Job.Failure::code)
        .containsExactly(
            tuple(closed, ErrorCode.INVALID_TRANSITION), tuple(unknown, ErrorCode.NOT_FOUND));
    assertThat(job.finishedAt()).isNotNull();
    for (UUID id : open) {
      Ticket ticket = ticket(id);
      assertThat(ticket.status()).isEqualTo(Status.RESOLVED);
      assertThat(ticket.resolution()).isEqualTo("Fixed in 4.2");
      assertThat(ticket.resolvedBy()).isEqualTo(TestDesk.ADA.id());
    }
  }

  @Test
  void everyVerbWorksInBulk() {
    List<UUID> ids = newTickets(2);
    bulk(ada, "assign", Map.of("ticketIds", ids, "agentId", TestDesk.MAX.id()));
    bulk(ada, "status", Map.of("ticketIds", ids, "status", "pending"));
    bulk(ada, "assign", Map.of("ticketIds", ids, "auto", true));
    bulk(ada, "notify", Map.of("ticketIds", ids, "message", "We are on it"));
    bulk(ada, "escalate", Map.of("ticketIds", ids, "reason", "urgent", "tier", 2));
    bulk(ada, "resolve", Map.of("ticketIds", ids));
    for (UUID id : ids) {
      assertThat(history(id))
          .extracting(HistoryEntry::action)
          .containsExactly(
              HistoryAction.TICKET_CREATED,
              HistoryAction.TICKET_ASSIGNED,
              HistoryAction.STATUS_CHANGED,
              HistoryAction.AGENT_REASSIGNED,
              HistoryAction.NOTIFICATION_SENT,
              HistoryAction.TICKET_ESCALATED,
              HistoryAction.TICKET_RESOLVED);
      assertThat(history(id).getLast().performedBy()).isEqualTo(TestDesk.ADA.id());
    }
  }

  @Test
  void ticketsMayBeNamedByAQuery() {
    List<UUID> tagged = newTickets(3);
    tagged.forEach(
        id -> ada.patch(Routes.ticket(id), Map.of("tags", List.of("outage"))).ok(Ticket.class));
    newTickets(1);
    Map<String, Object> request =
        Map.of("query", Map.of("tag", "outage", "status", "open"), "status", "in_progress");
    Job job = bulk(lea, "status", request);

    assertThat(job.total()).isEqualTo(3);
    assertThat(tagged)
        .allSatisfy(id -> assertThat(ticket(id).status()).isEqualTo(Status.IN_PROGRESS));
  }

  @Test
  void aLeadsJobIsWithinTheirScope() {
    UUID seen = newTickets(1).getFirst();
    UUID unseen = newTickets(1).getFirst();
    ada.patch(Routes.ticket(unseen), Map.of("departmentId", TestDesk.BILLING.id()));
    ada.post(Routes.ticket(unseen, "assign"), Map.of("agentId", TestDesk.BEA.id()));
    Job job = bulk(lea, "resolve", Map.of("ticketIds", List.of(seen, unseen)));
    assertThat(job.failed()).extracting(Job.Failure::ticketId).containsExactly(unseen);
    assertThat(ticket(unseen).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void onlyThoseWhoLeadWorkInBulk() {
    UUID ticket = newTickets(1).getFirst();
    for (Client who : List.of(max, cora)) {
      for (String verb : List.of("assign", "resolve", "status", "notify", "escalate")) {
        who.post(Routes.BULK + "/" + verb, Map.of("ticketIds", List.of(ticket)))
            .problem(ErrorCode.FORBIDDEN);
      }
    }
    assertThat(ticket(ticket).version()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "resolve|{}|ticketIds",
        "resolve|{\"ticketIds\":[]}|ticketIds",
        "resolve|{\"ticketIds\":[null]}|ticketIds[0]",
        "resolve|{\"ticketIds\":[\"x\"]}|ticketIds[0]",
        "resolve|{\"ticketIds\":[],\"query\":{}}|ticketIds",
        "resolve|{\"query\":{\"color\":\"red\"}}|color",
        "resolve|{\"query\":{\"status\":null}}|query.status",
        "resolve|{\"query\":{\"status\":\"lost\"}}|status",
        "resolve|{\"query\":{},\"status\":\"open\"}|status",
        "status|{\"query\":{}}|status",
        "assign|{\"query\":{}}|agentId",
        "notify|{\"query\":{}}|message",
        "escalate|{\"query\":{}}|reason",
        "escalate|{\"query\":{},\"reason\":\"r\",\"tier\":9}|tier",
        "resolve|{\"query\":{},\"colour\":1}|colour"
      })
  void whatIsNoBulkRequestIsRefusedByField(String verb, String body, String field) {
    Client.Answer answer = ada.send("POST", Routes.BULK + "/" + verb, body);
    assertThat(answer.error(field)).isNotBlank();
  }

  @Test
  void aRepeatIsTheSameJob() {
    List<UUID> ids = newTickets(2);
    Client keyed = ada.with(Routes.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    Map<String, Object> request = Map.of("ticketIds", ids, "status", "pending");
    Job first = keyed.post(Routes.BULK + "/status", request).ok(JobAccepted.class).job();
    Job second = keyed.post(Routes.BULK + "/status", request).ok(JobAccepted.class).job();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(finished(ada, first.id()).failed()).isEmpty();
    assertThat(ids).allSatisfy(id -> assertThat(ticket(id).version()).isEqualTo(2));
  }

  @Test
  void undoReturnsWhatNobodyTouchedAndNamesTheOthers() {
    List<UUID> ids = newTickets(4);
    ada.post(Routes.ticket(ids.getFirst(), "assign"), Map.of("agentId", TestDesk.INES.id()));
    List<Ticket> before = ids.stream().map(this::ticket).toList();
    Map<UUID, Integer> load = load();
    Job job = bulk(ada, "assign", Map.of("ticketIds", ids, "agentId", TestDesk.BORIS.id()));
    assertThat(job.undoable()).isTrue();
    UUID touched = ids.getLast();
    ada.post(Routes.ticket(touched, "messages"), Map.of("body", "hello")).json();

    Job undo = undo(ada, job.id());

    assertThat(undo.kind()).isEqualTo(Job.Kind.UNDO);
    assertThat(undo.failed())
        .extracting(Job.Failure::ticketId, Job.Failure::code)
        .containsExactly(tuple(touched, ErrorCode.CONFLICT));
    for (Ticket was : before.subList(0, 3)) {
      Ticket now = ticket(was.id());
      assertThat(now.toBuilder().version(was.version()).updatedAt(was.updatedAt()).build())
          .isEqualTo(was);
      assertThat(now.version()).isEqualTo(was.version() + 2);
      assertThat(history(was.id()).getLast().details()).isEqualTo("Bulk change taken back");
    }
    assertThat(ticket(touched).assignedTo()).isEqualTo(TestDesk.BORIS.id());
    load.merge(TestDesk.BORIS.id(), 1, Integer::sum);
    assertThat(load()).isEqualTo(load);
    assertThat(ada.get(Routes.JOBS + "/" + job.id()).ok(Job.class).undoable()).isFalse();
    ada.post(Routes.JOBS + "/" + job.id() + "/undo", Map.of()).problem(ErrorCode.CONFLICT);
    ada.post(Routes.JOBS + "/" + undo.id() + "/undo", Map.of()).problem(ErrorCode.CONFLICT);
  }

  @Test
  void aLeadCanTakeBackWhatTheyGaveAway() {
    List<UUID> ids = newTickets(2);
    Job job =
        bulk(
            lea,
            "escalate",
            Map.of("ticketIds", ids, "reason", "r", "departmentId", TestDesk.BILLING.id()));
    lea.get(Routes.ticket(ids.getFirst())).problem(ErrorCode.NOT_FOUND);
    assertThat(undo(lea, job.id()).failed()).isEmpty();
    assertThat(lea.get(Routes.ticket(ids.getFirst())).ok(Ticket.class).status())
        .isEqualTo(Status.OPEN);
  }

  @Test
  void aNotificationCannotBeTakenBack() {
    Job job = bulk(ada, "notify", Map.of("ticketIds", newTickets(1), "message", "hi"));
    assertThat(job.undoable()).isFalse();
    ada.post(Routes.JOBS + "/" + job.id() + "/undo", Map.of()).problem(ErrorCode.CONFLICT);
  }

  @Test
  void aCancelledJobGoesNoFurtherAndWhatItDidCanBeTakenBack() {
    List<UUID> ids = newTickets(120);
    Job started =
        ada.post(Routes.BULK + "/status", Map.of("ticketIds", ids, "status", "pending"))
            .ok(JobAccepted.class)
            .job();
    Job cancelled =
        ada.post(Routes.JOBS + "/" + started.id() + "/cancel", Map.of())
            .ok(JobAccepted.class)
            .job();
    assertThat(cancelled.state()).isEqualTo(Job.State.CANCELLED);
    assertThat(cancelled.done()).isLessThan(120);
    // What is written later than the cancelling is written by nobody: another job comes through.
    bulk(ada, "status", Map.of("ticketIds", newTickets(2), "status", "pending"));
    assertThat(ada.get(Routes.JOBS + "/" + started.id()).ok(Job.class).done())
        .isEqualTo(cancelled.done());
    long pending = ids.stream().filter(id -> ticket(id).status() == Status.PENDING).count();
    assertThat(pending).isEqualTo(cancelled.done());
    ada.post(Routes.JOBS + "/" + started.id() + "/cancel", Map.of()).ok(JobAccepted.class);
  }

  @Test
  void aJobIsItsOwnersAndTheAdmins() {
    Job job = bulk(lea, "status", Map.of("ticketIds", newTickets(1), "status", "pending"));
    assertThat(ada.get(Routes.JOBS + "/" + job.id()).ok(Job.class)).isEqualTo(job);
    max.get(Routes.JOBS + "/" + job.id()).problem(ErrorCode.NOT_FOUND);
    max.post(Routes.JOBS + "/" + job.id() + "/undo", Map.of()).problem(ErrorCode.NOT_FOUND);
    max.post(Routes.JOBS + "/" + job.id() + "/cancel", Map.of()).problem(ErrorCode.NOT_FOUND);
    ada.get(Routes.JOBS + "/" + UUID.randomUUID()).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void aJobGoesOnAfterARestartAndDoesNoTicketTwice(@TempDir Path data) {
    List<Ticket> tickets = IntStream.range(0, 300).mapToObj(JobsTest::imported).toList();
    ServerOptions options =
        TestDatabase.local(data).withSeed(TestDesk.SEED.andThen(target -> target.tickets(tickets)));
    UUID job;
    try (DeskServer first = DeskServer.start(options)) {
      Map<String, Object> all = Map.of("query", Map.of(), "status", "pending");
      job =
          Client.of(first)
              .signIn("ada@demo.desk")
              .post(Routes.BULK + "/status", all)
              .ok(JobAccepted.class)
              .job()
              .id();
    }
    try (DeskServer second = DeskServer.start(options)) {
      Client admin = Client.of(second).signIn("ada@demo.desk");
      Job done = finished(admin, job);
      assertThat(done.failed()).isEmpty();
      assertThat(done.done()).isEqualTo(300);
      assertThat(admin.get(Routes.TICKETS + "?limit=500").ok(TicketPage.class).tickets())
          .hasSize(300)
          .allSatisfy(ticket -> assertThat(ticket.version()).isEqualTo(2))
          .allSatisfy(ticket -> assertThat(ticket.status()).isEqualTo(Status.PENDING));
    }
  }

  private static Ticket imported(int n) {
    return new TicketBuilder(TestDesk.id(1_000 + n), "Imported " + n, Instant.EPOCH.plusSeconds(n))
        .ticketNumber("TKT-1970-" + n)
        .build();
  }

  private List<UUID> newTickets(int count) {
    return IntStream.range(0, count).parallel().mapToObj(n -> newTicket().id()).toList();
  }

  private Ticket ticket(UUID id) {
    return ada.get(Routes.ticket(id)).ok(Ticket.class);
  }

  private List<HistoryEntry> history(UUID id) {
    return ada.get(Routes.ticket(id, "history")).ok(HistoryPage.class).history();
  }

  private Map<UUID, Integer> load() {
    Map<UUID, Integer> load = new HashMap<>();
    for (Agent agent : ada.get(Routes.AGENTS).ok(AgentPage.class).agents()) {
      load.put(agent.id(), agent.activeTickets());
    }
    return load;
  }

  private Job bulk(Client who, String verb, Map<String, Object> request) {
    clock.advance(Duration.ofSeconds(1));
    Client.Answer answer = who.post(Routes.BULK + "/" + verb, request);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    return finished(who, answer.ok(JobAccepted.class).job().id());
  }

  private Job undo(Client who, UUID job) {
    clock.advance(Duration.ofSeconds(1));
    Client.Answer answer = who.post(Routes.JOBS + "/" + job + "/undo", Map.of());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    return finished(who, answer.ok(JobAccepted.class).job().id());
  }

  private static Job finished(Client who, UUID job) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> who.get(Routes.JOBS + "/" + job).ok(Job.class), Job::isFinished);
  }
}
