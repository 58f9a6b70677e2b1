package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.protocol.Change;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LiveChange;
import io.deskhand.protocol.SyncPoint;
import io.deskhand.server.feed.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Checks the chain of a client's stream, and keeps a copy by it. */
public final class Follower {
  private static final Set<String> CHANGES =
      Set.of(
          Events.NEW_TICKET,
          Events.TICKET_UPDATED,
          Events.TICKET_ASSIGNED,
          Events.TICKET_ESCALATED,
          Events.TICKET_REMOVED,
          Events.NEW_MESSAGE,
          Events.MESSAGE_READ,
          Events.AGENT_STATUS_CHANGED,
          Events.DESK_CHANGED);

  private Follower() {}

  static boolean isChange(Frame frame) {
    return CHANGES.contains(frame.event());
  }

  /** The changes that {@code client} heard, in order. */
  public static List<LiveChange> changes(LiveClient client) {
    return client.heard().stream()
        .filter(Follower::isChange)
        .map(frame -> data(frame, LiveChange.class))
        .toList();
  }

  /** The head that the stream of {@code client} began at. */
  public static long start(LiveClient client) {
    return data(client.answer("sub"), SyncPoint.class).head();
  }

  /**
   * Applies the stream to {@code replica}, which is at {@code cursor}; returns what was applied.
   */
  public static List<Change> follow(LiveClient client, Replica replica, long cursor) {
    long prev = start(client);
    assertThat(cursor).as("pulled to the start of the stream").isGreaterThanOrEqualTo(prev);
    List<Change> applied = new ArrayList<>();
    for (LiveChange change : changes(client)) {
      assertThat(change.prev()).as("prev of %s", change.seq()).isEqualTo(prev);
      assertThat(change.seq()).isGreaterThan(prev);
      assertThat(change.changes()).isNotEmpty();
      prev = change.seq();
      if (change.seq() > cursor) {
        replica.applyAll(change.changes());
        applied.addAll(change.changes());
      }
    }
    return applied;
  }

  public static <T> T data(Frame frame, Class<T> type) {
    return Json.convert(Objects.requireNonNull(frame.data(), "data"), type);
  }
}
