package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Message;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.ChangePage;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.LiveChange;
import io.deskhand.protocol.MarkRead;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.ScopeChecksum;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.SnapshotPage;
import io.deskhand.protocol.SyncPoint;
import io.deskhand.protocol.TicketPage;
import io.deskhand.protocol.TicketRef;
import io.deskhand.protocol.Tokens;
import io.deskhand.protocol.Typing;
import io.deskhand.server.feed.Replica;
import io.deskhand.server.live.Follower;
import io.deskhand.server.live.LiveClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The live socket and the feed of a whole server, driven by its own verbs. */
class LiveServerTest extends ServerTest {
  private static final List<String> VERBS =
      List.of("assign", "escalate", "resolve", "close", "reopen", "note", "reply", "customer");

  @Test
  void afterARandomRunOfVerbsEveryonesCopyIsWhatTheServerAnswersThem() throws Exception {
    Map<String, Copy> copies = new HashMap<>();
    for (String name : List.of("ada", "lea", "max", "omar", "bea", "cora")) {
      copies.put(name, new Copy(name));
    }
    runVerbs(new Random(3), 120);
    for (Copy copy : copies.values()) {
      Map<UUID, Ticket> truth = copy.answered();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(copy.followed().tickets())
                      .as(copy.name)
                      .containsExactlyInAnyOrderEntriesOf(truth));
      Replica fresh = new Replica();
      copy.snapshot(fresh);
      assertThat(fresh.tickets()).containsExactlyInAnyOrderEntriesOf(truth);
      Replica pulled = copy.atSnapshot.copy();
      copy.pull(copy.snapshotHead, 7, pulled);
      assertThat(pulled.tickets()).containsExactlyInAnyOrderEntriesOf(truth);
      assertThat(pulled.rows(EntityType.MESSAGE))
          .isEqualTo(copy.followed().rows(EntityType.MESSAGE));
      assertChecksum(copy, truth);
      copy.live.close();
    }
    assertThat(copies.get("cora").live.heard().toString()).doesNotContain("a secret note");
  }

  private void runVerbs(Random random, int steps) {
    List<UUID> tickets = new ArrayList<>();
    List<Agent> agents = List.of(TestDesk.MAX, TestDesk.INES, TestDesk.OMAR, TestDesk.BEA);
    for (int step = 0; step < steps; step++) {
      if (step % 12 == 0) {
        tickets.add(newTicket().id());
      }
      String ticket = Routes.ticket(tickets.get(random.nextInt(tickets.size())));
      UUID agent = agents.get(random.nextInt(agents.size())).id();
      switch (VERBS.get(random.nextInt(VERBS.size()))) {
        case "assign" -> ada.post(ticket + "/assign", Map.of("agentId", agent));
        case "escalate" -> ada.post(ticket + "/escalate", Map.of("reason", "r", "agentId", agent));
        case "note" ->
            ada.post(ticket + "/messages", Map.of("body", "a secret note", "internal", true));
        case "reply" -> ada.post(ticket + "/messages", Map.of("body", "reply"));
        case "customer" -> cora.post(ticket + "/messages", Map.of("body", "hello?"));
        case "resolve" -> ada.post(ticket + "/resolve", Map.of());
        case "close" -> ada.post(ticket + "/close", Map.of());
        default -> ada.post(ticket + "/reopen", Map.of());
      }
    }
  }

  private static void assertChecksum(Copy copy, Map<UUID, Ticket> truth) {
    long sum =
        truth.values().stream()
            .mapToLong(ticket -> ScopeChecksum.term(ticket.id(), ticket.version()))
            .sum();
    ScopeChecksum told = copy.http.get(Routes.CHECKSUM).ok(ScopeChecksum.class);
    assertThat(told).isEqualTo(ScopeChecksum.of(told.head(), truth.size(), sum));
  }

  @Test
  void aMessageOverTheSocketIsTheSameAsOverHttpAndARepeatIsHarmless() throws Exception {
    UUID ticket = newTicket().id();
    ada.post(Routes.ticket(ticket, "assign"), Map.of("agentId", TestDesk.MAX.id()));
    try (LiveClient max = subscribed("max");
        LiveClient cora = subscribed("cora")) {
      SendMessage words = new SendMessage(UUID.randomUUID(), ticket, "Hello Cora", null, null);
      max.send(Events.SEND_MESSAGE, "first", words);
      max.send(Events.SEND_MESSAGE, "again", words);
      Message message = Follower.data(acknowledged(max, "first"), Message.class);
      assertThat(Follower.data(acknowledged(max, "again"), Message.class)).isEqualTo(message);
      assertThat(conversation(ticket)).containsExactly(message);
      assertThat(message.senderName()).isEqualTo("Max");
      LiveChange told = Follower.data(cora.await(named(Events.NEW_MESSAGE)), LiveChange.class);
      assertThat(told.message()).isEqualTo(message);
      assertThat(told.ticketId()).isEqualTo(ticket);
      assertThat(told.ticket()).isNotNull();

      cora.send(Events.MARK_READ, "read", new MarkRead(ticket, message.id()));
      acknowledged(cora, "read");
      LiveChange read = Follower.data(max.await(named(Events.MESSAGE_READ)), LiveChange.class);
      assertThat(read.message()).isEqualTo(conversation(ticket).getFirst());
      assertThat(read.message().readBy()).isEqualTo(TestDesk.CORA.id());
    }
  }

  @Test
  void refusalsOverTheSocketHaveTheCodesOfHttp() throws Exception {
    UUID ticket = newTicket().id();
    ada.post(Routes.ticket(ticket, "assign"), Map.of("agentId", TestDesk.BEA.id()));
    try (LiveClient max = subscribed("max");
        LiveClient cora = subscribed("cora")) {
      max.send(Events.SEND_MESSAGE, "a", new SendMessage(null, ticket, "hi", null, null));
      assertThat(max.refusal("a").code()).isEqualTo(ErrorCode.NOT_FOUND);
      cora.send(Events.SEND_MESSAGE, "b", new SendMessage(null, ticket, " ", null, null));
      assertThat(cora.refusal("b").code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
      cora.send(Events.SEND_MESSAGE, "c", new SendMessage(null, ticket, "psst", true, null));
      assertThat(cora.refusal("c").code()).isEqualTo(ErrorCode.FORBIDDEN);
      cora.send(Events.MARK_READ, "d", new MarkRead(ticket, UUID.randomUUID()));
      assertThat(cora.refusal("d").code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
      UUID id = UUID.randomUUID();
      cora.send(Events.SEND_MESSAGE, "e", new SendMessage(id, ticket, "one", null, null));
      acknowledged(cora, "e");
      cora.send(Events.SEND_MESSAGE, "f", new SendMessage(id, ticket, "two", null, null));
      assertThat(cora.refusal("f").code()).isEqualTo(ErrorCode.IDEMPOTENCY_MISMATCH);
    }
  }

  @Test
  void theAssigneeIsNotifiedOfATicketAndOfTheCustomersWords() throws Exception {
    UUID ticket = newTicket().id();
    try (LiveClient max = LiveClient.signedIn(server.address(), token("max"))) {
      ada.post(Routes.ticket(ticket, "assign"), Map.of("agentId", TestDesk.MAX.id()));
      awaitNotification(max, "Assigned to you");
      cora.post(Routes.ticket(ticket, "messages"), Map.of("body", "Any news?"));
      awaitNotification(max, "Any news?");
      ada.post(Routes.ticket(ticket, "notify"), Map.of("message", "Look", "to", "assignee"));
      awaitNotification(max, "Look");
      ada.post(
          Routes.ticket(newTicket().id(), "escalate"),
          Map.of("reason", "Hard", "agentId", TestDesk.MAX.id()));
      awaitNotification(max, "Escalated to you");
      assertThat(max.heard(Events.NEW_MESSAGE)).isEmpty();
    }
  }

  @Test
  void theCustomerHearsThatTheirRequestCameInAndThatItIsResolved() throws Exception {
    try (LiveClient hers = LiveClient.signedIn(server.address(), token("cora"));
        LiveClient carls = LiveClient.signedIn(server.address(), token("carl"))) {
      Ticket ticket =
          cora.post(Routes.TICKETS, Map.of("subject", "No sound", "category", "technical"))
              .ok(Ticket.class);
      awaitNotification(hers, "We have your request " + ticket.ticketNumber());
      ada.post(Routes.ticket(ticket.id(), "resolve"), Map.of("resolution", "Turned it up"));
      awaitNotification(hers, "Turned it up");
      Ticket other = newTicket();
      ada.post(
          Routes.BULK + "/resolve",
          Map.of("ticketIds", List.of(other.id()), "resolution", "New speaker"));
      awaitNotification(hers, "New speaker");
      assertThat(carls.heard(Events.NOTIFICATION)).isEmpty();
    }
  }

  @Test
  void eachVerbIsToldByItsName() throws Exception {
    try (LiveClient lea = LiveClient.subscribed(server.address(), token("lea"))) {
      UUID ticket = newTicket().id();
      toldAs(lea, Events.NEW_TICKET, ticket, Status.OPEN);
      ada.post(Routes.ticket(ticket, "assign"), Map.of("agentId", TestDesk.MAX.id()));
      toldAs(lea, Events.TICKET_ASSIGNED, ticket, Status.IN_PROGRESS);
      ada.post(
          Routes.ticket(ticket, "escalate"),
          Map.of("reason", "Hard", "agentId", TestDesk.INES.id()));
      LiveChange escalated = toldAs(lea, Events.TICKET_ESCALATED, ticket, Status.ESCALATED);
      assertThat(escalated.changes())
          .extracting(change -> change.entity())
          .contains(EntityType.ISSUE, EntityType.ACTIVITY, EntityType.HISTORY);
      ada.post(Routes.ticket(ticket, "resolve"), Map.of());
      toldAs(lea, Events.TICKET_UPDATED, ticket, Status.RESOLVED);
      ada.post(Routes.ACTIVITIES, Map.of("ticketId", ticket, "subject", "Call"));
      LiveChange activity =
          Follower.data(
              lea.await(
                  frame ->
                      frame.event().equals(Events.DESK_CHANGED)
                          && frame.data().toString().contains("\"Call\"")),
              LiveChange.class);
      assertThat(activity.changes())
          .singleElement()
          .satisfies(change -> assertThat(change.entity()).isEqualTo(EntityType.ACTIVITY));
      ada.delete(Routes.ticket(ticket));
      lea.await(named(Events.TICKET_REMOVED));
    }
  }

  private static LiveChange toldAs(LiveClient who, String event, UUID ticket, Status status) {
    LiveChange told =
        Follower.data(
            who.await(
                frame ->
                    frame.event().equals(event)
                        && frame.data().path("ticket").path("status").asText().equals(status.wire())
                        && frame.data().path("ticketId").asText().equals(ticket.toString())),
            LiveChange.class);
    assertThat(told.ticket().status()).isEqualTo(status);
    return told;
  }

  @Test
  void aNoteIsNoNewMessageForTheCustomer() throws Exception {
    UUID ticket = newTicket().id();
    try (LiveClient cora = subscribed("cora")) {
      ada.post(Routes.ticket(ticket, "messages"), Map.of("body", "a secret", "internal", true));
      ada.post(Routes.ticket(ticket, "messages"), Map.of("body", "in public"));
      cora.await(named(Events.NEW_MESSAGE));
      assertThat(cora.heard(Events.NEW_MESSAGE)).hasSize(1);
      assertThat(cora.heard().toString()).contains("in public").doesNotContain("a secret");
    }
  }

  @Test
  void whoeverHasSaidItOverHttpTypesNoMore() throws Exception {
    UUID ticket = newTicket().id();
    ada.post(Routes.ticket(ticket, "assign"), Map.of("agentId", TestDesk.MAX.id()));
    try (LiveClient typist = LiveClient.signedIn(server.address(), token("max"));
        LiveClient cora = LiveClient.signedIn(server.address(), token("cora"))) {
      for (LiveClient client : List.of(typist, cora)) {
        client.send(Events.JOIN_TICKET_ROOM, "join", new TicketRef(ticket));
        acknowledged(client, "join");
      }
      typist.send(Events.TYPING_START, "type", new TicketRef(ticket));
      acknowledged(typist, "type");
      max.post(Routes.ticket(ticket, "messages"), Map.of("body", "there"));
      cora.await(frame -> cora.heard(Events.TYPING_INDICATOR).size() == 2);
      assertThat(cora.heard(Events.TYPING_INDICATOR))
          .extracting(frame -> Follower.data(frame, Typing.class).typing())
          .containsExactly(true, false);
    }
  }

  @Test
  void anAgentsStatusIsToldToTheStaff() throws Exception {
    try (LiveClient max = subscribed("max");
        LiveClient cora = subscribed("cora")) {
      ada.patch(
          Routes.AGENTS + "/" + TestDesk.INES.id(),
          new AgentPatch(null, null, null, null, AgentStatus.BUSY, null, null));
      LiveChange told =
          Follower.data(max.await(named(Events.AGENT_STATUS_CHANGED)), LiveChange.class);
      assertThat(told.agent().status()).isEqualTo(AgentStatus.BUSY);
      assertThat(Follower.changes(cora)).isEmpty();
    }
  }

  @Test
  void anotherDepartmentIsAnotherScopeAtOnce() throws Exception {
    String token = token("omar");
    Client omar = nobody.bearer(token);
    String changes = Routes.CHANGES + "?since=" + ada.get(Routes.CHECKSUM).json().get("head");
    ChangePage before = omar.get(changes).ok(ChangePage.class);
    try (LiveClient live = LiveClient.subscribed(server.address(), token)) {
      ada.patch(
          Routes.AGENTS + "/" + TestDesk.OMAR.id(),
          new AgentPatch(null, null, TestDesk.BILLING.id(), null, null, null, null));
      SyncPoint point = Follower.data(live.await(named(Events.HEARTBEAT)), SyncPoint.class);
      assertThat(point.scopeVersion()).isNotEqualTo(before.scopeVersion());
      omar.get(changes + "&scopeVersion=" + before.scopeVersion()).problem(ErrorCode.RESYNC);
      omar.get(changes + "&scopeVersion=" + point.scopeVersion()).ok(ChangePage.class);
    }
  }

  @Test
  void signingOutEndsTheSessionsTokenAndItsSocket() throws Exception {
    Tokens tokens = nobody.tokens("ines@demo.desk");
    Tokens other = nobody.tokens("ines@demo.desk");
    try (LiveClient live = LiveClient.signedIn(server.address(), tokens.accessToken());
        LiveClient elsewhere = LiveClient.signedIn(server.address(), other.accessToken())) {
      nobody.post(Routes.LOGOUT, new RefreshRequest(tokens.refreshToken()));
      assertThat(live.awaitClosed()).isEqualTo(new LiveClient.Closed(4401, "unauthenticated"));
      nobody.bearer(tokens.accessToken()).get(Routes.AGENTS).problem(ErrorCode.UNAUTHENTICATED);
      nobody.bearer(other.accessToken()).get(Routes.AGENTS).ok(AgentPage.class);
      assertThat(elsewhere.heard(Events.ERROR)).isEmpty();
    }
  }

  @Test
  void theFeedRefusesWhatItCannotAnswer() {
    ada.get(Routes.CHANGES + "?since=-1").error("since");
    ada.get(Routes.CHANGES + "?since=x").error("since");
    ada.get(Routes.CHANGES + "?limit=0").error("limit");
    ada.get(Routes.CHANGES + "?limit=5001").error("limit");
    ada.get(Routes.CHANGES + "?after=3").error("after");
    ada.get(Routes.SNAPSHOT + "?cursor=forged").error("cursor");
    ada.get(Routes.CHANGES + "?since=0").problem(ErrorCode.RESYNC);
    ada.get(Routes.CHANGES + "?since=999999999").problem(ErrorCode.RESYNC);
    ada.get(Routes.CHANGES + "?epoch=" + UUID.randomUUID()).problem(ErrorCode.RESYNC);
    nobody.get(Routes.CHANGES).problem(ErrorCode.UNAUTHENTICATED);
    nobody.get(Routes.SNAPSHOT).problem(ErrorCode.UNAUTHENTICATED);
    nobody.get(Routes.CHECKSUM).problem(ErrorCode.UNAUTHENTICATED);
  }

  private LiveClient subscribed(String name) throws InterruptedException {
    return LiveClient.subscribed(server.address(), token(name));
  }

  private String token(String name) {
    return nobody.tokens(name + "@demo.desk").accessToken();
  }

  private List<Message> conversation(UUID ticket) {
    return ada.get(Routes.ticket(ticket, "messages")).ok(MessagePage.class).messages();
  }

  private static Predicate<Frame> named(String event) {
    return frame -> frame.event().equals(event);
  }

  private static Frame acknowledged(LiveClient client, String ref) {
    Frame answer = client.answer(ref);
    assertThat(answer.event()).as("%s", answer.data()).isEqualTo(Events.ACK);
    return answer;
  }

  private static void awaitNotification(LiveClient client, String words) {
    client.await(
        frame ->
            frame.event().equals(Events.NOTIFICATION)
                && Follower.data(frame, Notification.class).toString().contains(words));
  }

  /** What one person knows: a socket whose stream begins where the pull stands. */
  private final class Copy {
    private final String name;
    private final Client http;
    private final LiveClient live;
    private final Replica atSnapshot = new Replica();
    private final long snapshotHead;
    private final Replica start;
    private final long cursor;

    Copy(String name) throws InterruptedException {
      this.name = name;
      String token = nobody.tokens(name + "@demo.desk").accessToken();
      this.http = nobody.bearer(token);
      this.live = LiveClient.subscribed(server.address(), token);
      this.snapshotHead = snapshot(atSnapshot);
      this.start = atSnapshot.copy();
      this.cursor = pull(snapshotHead, 100, start);
    }

    Replica followed() {
      Replica copy = start.copy();
      Follower.follow(live, copy, cursor);
      return copy;
    }

    /** Takes a snapshot in small pages; returns its head. */
    long snapshot(Replica replica) {
      String cursor = "";
      SnapshotPage page;
      do {
        page = http.get(Routes.SNAPSHOT + "?limit=6" + cursor).ok(SnapshotPage.class);
        replica.applyAll(page.rows());
        cursor = "&cursor=" + page.next();
      } while (page.next() != null);
      return page.head();
    }

    long pull(long since, int limit, Replica replica) {
      long next = since;
      ChangePage page;
      do {
        page = http.get(Routes.CHANGES + "?since=" + next + "&limit=" + limit).ok(ChangePage.class);
        replica.applyAll(page.changes());
        next = page.next();
      } while (page.more());
      return next;
    }

    Map<UUID, Ticket> answered() {
      Map<UUID, Ticket> tickets = new HashMap<>();
      http.get(Routes.TICKETS + "?limit=500")
          .ok(TicketPage.class)
          .tickets()
          .forEach(ticket -> tickets.put(ticket.id(), ticket));
      return tickets;
    }
  }
}
