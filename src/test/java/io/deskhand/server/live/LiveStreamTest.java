package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Role;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LiveChange;
import io.deskhand.protocol.SyncPoint;
import io.deskhand.server.feed.Pull;
import io.deskhand.server.feed.Replica;
import io.deskhand.server.store.Scope;
import io.deskhand.server.web.Session;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveStreamTest {
  @TempDir Path directory;
  private LiveDesk live;

  @BeforeEach
  void open() {
    live = new LiveDesk(directory, LiveDesk.QUICK, LiveLimits.STANDARD);
  }

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void everyonesCopyOfPullAndStreamEqualsTheDeskRowByRow() throws Exception {
    live.desk.live(live.ledger, 40);
    Map<Session, LiveClient> clients = new HashMap<>();
    for (Session who : live.desk.everyone()) {
      clients.put(who, live.subscribed(who));
      live.desk.live(live.ledger, 20);
    }
    live.desk.live(live.ledger, 60);
    for (Map.Entry<Session, LiveClient> client : clients.entrySet()) {
      Session who = client.getKey();
      reach(client.getValue(), live.ledger.head());
      Replica replica = new Replica();
      long cursor = pull(who, replica);
      Follower.follow(client.getValue(), replica, cursor);
      assertThat(replica.tickets())
          .as("%s", who.me().name())
          .containsExactlyInAnyOrderEntriesOf(live.desk.truth(live.ledger, who.scope()));
      client.getValue().close();
    }
  }

  @Test
  void contentGoesOnlyToThoseWhoMaySeeItAndLossIsARemoval() throws Exception {
    try (LiveClient max = live.subscribed(live.desk.max());
        LiveClient ines = live.subscribed(live.desk.ines())) {
      UUID ticket = live.desk.insert(live.ledger, live.desk.max());
      live.desk.say(live.ledger, ticket, "first");
      reach(max, live.ledger.head());
      live.desk.update(live.ledger, ticket, t -> t.assignedTo(live.desk.ines().me().id()));
      live.desk.say(live.ledger, ticket, "second");
      reach(max, live.ledger.head());
      reach(ines, live.ledger.head());
      assertThat(rows(max, ticket)).containsExactly("put", "put", "remove");
      assertThat(rows(ines, ticket)).containsExactly("put", "put");
      assertThat(max.heard(Events.TICKET_REMOVED)).hasSize(1);
      assertThat(max.heard().toString()).contains("first").doesNotContain("second");
      assertThat(ines.heard().toString()).contains("second").doesNotContain("first");
    }
  }

  @Test
  void theFirstCommitOfAStreamIsTheOneAfterTheHeadThatReadyNames() throws Exception {
    UUID ticket = live.desk.insert(live.ledger, live.desk.max());
    long head = live.ledger.head();
    try (LiveClient ada = live.signedIn(live.desk.admin())) {
      reach(ada, head);
    }
    try (LiveClient max = live.subscribed(live.desk.max())) {
      assertThat(Follower.start(max)).isEqualTo(head);
      live.desk.say(live.ledger, ticket, "one");
      LiveChange change =
          Follower.data(max.await(f -> f.event().equals(Events.DESK_CHANGED)), LiveChange.class);
      assertThat(change.prev()).isEqualTo(head);
      assertThat(change.changes().getFirst().seq()).isEqualTo(head + 1);
    }
  }

  @Test
  void subscribingWhileTheDeskIsBusyLeavesNoHole() throws Exception {
    UUID ticket = live.desk.insert(live.ledger, live.desk.max());
    Thread busy =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int n = 0; n < 150; n++) {
                    live.desk.say(live.ledger, ticket, "message " + n);
                  }
                });
    Map<LiveClient, Replica> copies = new HashMap<>();
    Map<LiveClient, Long> cursors = new HashMap<>();
    for (int n = 0; n < 8; n++) {
      LiveClient max = live.subscribed(live.desk.max());
      Replica copy = new Replica();
      cursors.put(max, pull(live.desk.max(), copy));
      copies.put(max, copy);
    }
    busy.join();
    for (LiveClient max : copies.keySet()) {
      reach(max, live.ledger.head());
      Follower.follow(max, copies.get(max), cursors.get(max));
      assertThat(copies.get(max).rows(EntityType.MESSAGE)).hasSize(150);
      max.close();
    }
  }

  @Test
  void aClientAheadOfWhatWasToldIsNotToldTwiceAndOneBeyondTheHeadMustResync() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.send(Events.SUBSCRIBE_TICKETS, "sub", Json.object().put("since", 1_000_000));
      assertThat(max.refusal("sub").code().wire()).isEqualTo("resync");
      max.send(Events.SUBSCRIBE_TICKETS, "sub2", Json.object().put("since", live.ledger.head()));
      assertThat(Follower.data(max.answer("sub2"), SyncPoint.class).head())
          .isEqualTo(live.ledger.head());
    }
  }

  @Test
  void heartbeatsCarryTheHeadTheEpochAndTheScope() throws Exception {
    try (LiveClient max = live.subscribed(live.desk.max())) {
      live.desk.insert(live.ledger, live.desk.ines());
      long head = live.ledger.head();
      SyncPoint beat =
          Follower.data(
              max.await(
                  f ->
                      f.event().equals(Events.HEARTBEAT)
                          && Follower.data(f, SyncPoint.class).head() == head),
              SyncPoint.class);
      assertThat(beat.epoch()).isEqualTo(live.ledger.epoch());
      assertThat(beat.schema()).isEqualTo(1);
      assertThat(beat.scopeVersion()).isEqualTo(1);
      assertThat(Follower.changes(max)).isEmpty();
    }
  }

  @Test
  void aChangedScopeIsToldAndHoldsAtOnce() throws Exception {
    try (LiveClient max = live.subscribed(live.desk.max())) {
      live.move(live.desk.max(), new Scope(live.desk.max().me().id(), Role.ADMIN, Set.of()));
      max.await(
          f ->
              f.event().equals(Events.HEARTBEAT)
                  && Follower.data(f, SyncPoint.class).scopeVersion() == 2);
      live.desk.insert(live.ledger, live.desk.ines());
      max.await(f -> f.event().equals(Events.DESK_CHANGED));
    }
  }

  @Test
  void aTransactionTooBigForAFrameIsAGapThatSaysPull() throws Exception {
    try (LiveClient ada = live.subscribed(live.desk.admin())) {
      live.desk.sayAtOnce(live.ledger, live.desk.insert(live.ledger, live.desk.max()), 60, 40_000);
      reach(ada, live.ledger.head());
      LiveChange last = Follower.changes(ada).getLast();
      assertThat(last.changes()).isEmpty();
      assertThat(last.prev()).isEqualTo(last.seq()).isEqualTo(live.ledger.head());
    }
  }

  @Test
  void aDeskThatWasLoadedAnewCutsEveryStreamWithResync() throws Exception {
    try (LiveClient max = live.subscribed(live.desk.max())) {
      live.ledger.write(
          tx -> {
            tx.load(source -> {});
            return 0;
          });
      assertThat(max.awaitClosed()).isEqualTo(new LiveClient.Closed(4410, "resync"));
    }
  }

  private static List<String> rows(LiveClient client, UUID ticket) {
    return Follower.changes(client).stream()
        .flatMap(change -> change.changes().stream())
        .filter(
            change ->
                change.id().equals(ticket.toString())
                    || (change.data() != null
                        && change.data().path("ticketId").asText().equals(ticket.toString())))
        .map(change -> change.op().wire())
        .toList();
  }

  private long pull(Session who, Replica replica) {
    return Pull.all(live.ledger, who, 0, 100, replica);
  }

  private static void reach(LiveClient client, long head) {
    client.await(
        f ->
            f.event().equals(Events.HEARTBEAT) && Follower.data(f, SyncPoint.class).head() >= head);
  }
}
