package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.LiveChange;
import io.deskhand.protocol.SyncPoint;
import io.deskhand.protocol.TicketRef;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of sockets come into a room while messages are sent in it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LiveJoinTest {
  private static final int SOCKETS = 200;
  private static final int AT_ONCE = 4;
  private static final int SAID_EACH = 1;
  private static final String LAST = "that is all";

  private static final LiveTiming TIMING =
      new LiveTiming(
          Duration.ofSeconds(1),
          LiveTiming.STANDARD.authenticateWithin(),
          LiveTiming.STANDARD.typing(),
          LiveTiming.STANDARD.idle(),
          LiveTiming.STANDARD.closing(),
          Duration.ofMillis(50));

  /** Each lets somebody say something. */
  private final Semaphore coming = new Semaphore(0);

  private final Semaphore doors = new Semaphore(AT_ONCE);

  @Test
  void whoeverComesWhileMessagesAreSentMissesNoneOfThem(@TempDir Path directory) throws Exception {
    try (LiveDesk live = new LiveDesk(directory, TIMING, LiveLimits.STANDARD);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      UUID ticket = live.desk.insert(live.ledger, live.desk.max());
      String token = LiveDesk.token(live.desk.admin());
      List<Future<Long>> sockets = new ArrayList<>();
      for (int n = 0; n < SOCKETS; n++) {
        sockets.add(threads.submit(() -> follow(live.address(), token, ticket)));
      }
      for (int n = 0; n < SOCKETS * SAID_EACH; n++) {
        coming.acquire();
        live.desk.say(live.ledger, ticket, "message " + n);
      }
      doors.acquire(AT_ONCE);
      live.desk.say(live.ledger, ticket, LAST);
      for (Future<Long> socket : sockets) {
        assertThat(socket.get()).isEqualTo(live.ledger.head());
      }
    }
  }

  /** Comes in, and reads until the last message; returns the seq of it. */
  private long follow(URI server, String token, UUID ticket) throws Exception {
    doors.acquire();
    boolean inside = false;
    coming.release(SAID_EACH);
    try (RawSocket socket = RawSocket.subscribed(server, token)) {
      socket.send(Frame.of(Events.JOIN_TICKET_ROOM, "in", new TicketRef(ticket)));
      doors.release();
      inside = true;
      return follow(socket);
    } finally {
      if (!inside) {
        doors.release();
      }
    }
  }

  private static long follow(RawSocket socket) throws IOException {
    long reached = Follower.data(socket.ready(), SyncPoint.class).head();
    while (true) {
      Frame frame = socket.next();
      if (frame.event().equals(Events.HEARTBEAT)) {
        assertThat(Follower.data(frame, SyncPoint.class).head()).isEqualTo(reached);
      } else if (Follower.isChange(frame)) {
        LiveChange change = Follower.data(frame, LiveChange.class);
        assertThat(change.prev()).isEqualTo(reached);
        reached = change.seq();
        if (frame.data().toString().contains(LAST)) {
          return reached;
        }
      }
    }
  }
}
