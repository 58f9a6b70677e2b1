package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Me;
import io.deskhand.model.Role;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Viewers.Viewer;
import io.deskhand.server.live.RoomSignals.Presence;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.Signals;
import io.deskhand.server.web.Session;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RoomTalkTest {
  private static final UUID TICKET = new UUID(1, 1);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private final List<byte[]> told = new ArrayList<>();
  private final List<String> signalled = new ArrayList<>();
  private final RoomTalk talk =
      new RoomTalk(
          new Rooms(10),
          new RoomSignals(new Recorded()),
          Duration.ofSeconds(6),
          Duration.ofSeconds(45));

  @Test
  void aThousandWhoComeAtOnceAreToldToEachOtherTwice() {
    for (int i = 0; i < 1_000; i++) {
      LiveSession session = session(i, "Somebody " + i);
      assertThat(talk.enter(session, TICKET)).isTrue();
      talk.announce(session, TICKET);
    }
    assertThat(told).hasSize(1);
    talk.tick(NOON);
    assertThat(told).hasSize(1_001);
    JsonNode last = Json.parse(text(told.getLast())).path("data");
    assertThat(last.path("count").intValue()).isEqualTo(1_000);
    assertThat(last.path("viewers")).hasSize(50);
    assertThat(told.getLast()).isSameAs(told.get(500)).hasSizeLessThan(5_000);
    talk.tick(NOON);
    assertThat(told).hasSize(1_001);
  }

  @Test
  void whateverTheirNamesASignalIsNotTooLong() {
    for (int i = 0; i < 100; i++) {
      talk.enter(session(i, "👩".repeat(i)), TICKET);
    }
    signalled.clear();
    talk.repeat();
    assertThat(signalled).isNotEmpty();
    assertThat(signalled)
        .allSatisfy(
            signal -> assertThat(signal.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(7_000));
    assertThat(signalled.stream().mapToInt(signal -> signal.split("\"here\"").length - 1).sum())
        .isEqualTo(100);
  }

  @Test
  void whoIsNotSaidToBeThereAgainIsForgotten() {
    LiveSession here = session(1, "Here");
    talk.enter(here, TICKET);
    talk.announce(here, TICKET);
    UUID server = UUID.randomUUID();
    Presence far = new Presence(TICKET, new Viewer(server, "Far"), true);
    talk.heardOf(server, List.of(far), NOON);
    talk.tick(NOON);
    assertThat(lastCount()).isEqualTo(2);
    talk.heardOf(server, List.of(far), NOON.plusSeconds(40));
    talk.tick(NOON.plusSeconds(50));
    talk.tick(NOON.plusSeconds(50));
    assertThat(lastCount()).isEqualTo(2);
    talk.tick(NOON.plusSeconds(85));
    assertThat(lastCount()).isEqualTo(1);
  }

  @Test
  void typingIsSaidAgainWhileItGoesOnAndNotWithEachKey() {
    LiveSession here = session(1, "Here");
    talk.enter(here, TICKET);
    for (int i = 0; i < 100; i++) {
      talk.startTyping(here, TICKET, NOON.plusMillis(i * 100L));
    }
    // In ten seconds: at the first key and each three seconds.
    assertThat(signalled).hasSize(4).allMatch(signal -> signal.contains("\"typing\":true"));
    talk.tick(NOON.plusSeconds(20));
    assertThat(signalled).hasSize(5).last().asString().contains("\"typing\":false");
  }

  private int lastCount() {
    return Json.parse(text(told.getLast())).path("data").path("count").intValue();
  }

  private static String text(byte[] frame) {
    return new String(frame, StandardCharsets.UTF_8);
  }

  private LiveSession session(int n, String name) {
    Clock clock = Clock.systemUTC();
    LiveSession session =
        new LiveSession(
            new Recording(),
            new SendQueue.Bound(10_000, 1 << 20),
            new RateLimit(clock, 10, 10),
            new RateLimit(clock, 10, 10),
            NOON);
    UUID id = new UUID(2, n);
    Me me = new Me(id, name, "a@b.example", Role.AGENT, null, 1);
    session.identify(
        new Identity("token", new Session(me, new Scope(id, Role.AGENT, Set.of()), 1, NOON)));
    return session;
  }

  private final class Recording implements Wire {
    @Override
    public void send(List<byte[]> frames, Runnable done) {
      told.addAll(frames);
      done.run();
    }

    @Override
    public void close(int code, String reason) {}
  }

  private final class Recorded implements Signals {
    @Override
    public void send(String topic, Object data) {
      signalled.add(Json.text(data));
    }

    @Override
    public void on(String topic, Consumer<JsonNode> listener) {}
  }
}
