package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketRef;
import io.deskhand.protocol.Viewers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveAdmissionTest {
  /** Long enough for a client that begins to read late to hear why it is cut. */
  private static final LiveTiming PATIENT_TO_CLOSE =
      new LiveTiming(
          LiveDesk.QUICK.heartbeat(),
          LiveDesk.QUICK.authenticateWithin(),
          LiveDesk.QUICK.typing(),
          LiveDesk.QUICK.idle(),
          Duration.ofSeconds(20),
          LiveDesk.QUICK.tick());

  @TempDir Path directory;
  private LiveDesk live;

  @BeforeEach
  void open() {
    live = new LiveDesk(directory, PATIENT_TO_CLOSE, new LiveLimits(50, 400_000, 200, 40, 30, 10));
  }

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void anExpiredTokenClosesTheSocket() throws Exception {
    live.expire(live.desk.max(), Instant.now().plusMillis(600));
    try (LiveClient max = live.signedIn(live.desk.max())) {
      assertThat(max.awaitClosed()).isEqualTo(new LiveClient.Closed(4401, "token_expired"));
    }
  }

  @Test
  void aNewerTokenOnTheSameSocketKeepsItOpen() throws Exception {
    live.expire(live.desk.max(), Instant.now().plusMillis(600));
    try (LiveClient max = live.signedIn(live.desk.max())) {
      live.expire(live.desk.max(), Instant.now().plusSeconds(600));
      max.send(
          Events.AUTHENTICATE,
          "again",
          Json.object().put("token", LiveDesk.token(live.desk.max())));
      assertThat(max.answer("again").event()).isEqualTo(Events.READY);
      int beats = max.heard(Events.HEARTBEAT).size();
      max.await(frame -> max.heard(Events.HEARTBEAT).size() > beats + 4);
      assertThat(max.closedNow()).isNull();
    }
  }

  @Test
  void somebodyElsesTokenClosesTheSocket() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.send(
          Events.AUTHENTICATE, "a", Json.object().put("token", LiveDesk.token(live.desk.ines())));
      assertThat(max.awaitClosed()).isEqualTo(new LiveClient.Closed(4403, "forbidden"));
    }
  }

  @Test
  void whoeverIsShutOutLosesTheSocket() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      live.shutOut(live.desk.max());
      assertThat(max.awaitClosed()).isEqualTo(new LiveClient.Closed(4401, "unauthenticated"));
    }
  }

  @Test
  void aClientThatDoesNotReadIsCutWithResyncAndHoldsNobodyUp() throws Exception {
    UUID ticket = live.desk.insert(live.ledger, live.desk.max());
    try (LiveClient quick = live.subscribed(live.desk.admin());
        RawSocket slow = RawSocket.subscribed(live.address(), LiveDesk.token(live.desk.max()))) {
      for (int n = 1; n <= 200; n++) {
        live.desk.say(live.ledger, ticket, "x".repeat(40_000));
        if (n % 4 == 0) {
          // Whoever reads gets everything, but is not asked to read faster than the disk writes.
          int said = n;
          Awaitility.await()
              .atMost(Duration.ofSeconds(30))
              .pollInterval(Duration.ofMillis(2))
              .until(() -> Follower.changes(quick).size() == said);
        }
      }
      assertThat(slow.readToTheEnd()).isEqualTo("resync");
    }
  }

  @Test
  void aClientThatNeverReadsIsLetGo(@TempDir Path other) throws Exception {
    LiveLimits narrow = new LiveLimits(50, 400_000, 200, 40, 30, 10);
    try (LiveDesk quick = new LiveDesk(other, LiveDesk.QUICK, narrow)) {
      UUID ticket = quick.desk.insert(quick.ledger, quick.desk.max());
      try (LiveClient ada = quick.signedIn(quick.desk.admin());
          RawSocket hanging =
              RawSocket.subscribed(quick.address(), LiveDesk.token(quick.desk.max()))) {
        hanging.send(Frame.of(Events.JOIN_TICKET_ROOM, null, new TicketRef(ticket)));
        ada.send(Events.JOIN_TICKET_ROOM, null, new TicketRef(ticket));
        ada.await(frame -> viewers(frame) == 2);
        for (int n = 0; n < 150; n++) {
          quick.desk.say(quick.ledger, ticket, "x".repeat(40_000));
        }
        ada.await(frame -> frame == ada.heard(Events.VIEWERS).getLast() && viewers(frame) == 1);
      }
    }
  }

  private static int viewers(Frame frame) {
    return frame.event().equals(Events.VIEWERS)
        ? Follower.data(frame, Viewers.class).viewers().size()
        : 0;
  }

  @Test
  void aStoppingServerSaysGoodbye() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      live.stopLive();
      assertThat(max.awaitClosed().code()).isEqualTo(1001);
    }
  }
}
