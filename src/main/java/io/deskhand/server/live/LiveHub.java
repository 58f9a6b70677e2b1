package io.deskhand.server.live;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.server.feed.SyncPoints;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Commit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The open sockets and their streams. Commits, subscriptions and heartbeats go through one lock, so
 * each stream is in commit order, and a subscription stands between two commits: the first one that
 * it gets is the first after the head that its {@code ready} names. Never waits for a client.
 * Thread-safe.
 */
final class LiveHub {
  private final SyncPoints points;
  private final Set<LiveSession> sessions = new LinkedHashSet<>();

  /** The seq last sent to each session that has subscribed; told in that order. */
  private final Map<LiveSession, Long> streams = new LinkedHashMap<>();

  /** Those whom frames wait for. */
  private final Set<LiveSession> unflushed = new LinkedHashSet<>();

  private long head;

  LiveHub(SyncPoints points) {
    this.points = points;
  }

  /** Counts everything up to {@code reached} as told; for once commits come in. */
  synchronized void startAt(long reached) {
    head = Math.max(head, reached);
  }

  /** The seq of the last commit that was told. */
  synchronized long head() {
    return head;
  }

  synchronized void add(LiveSession session) {
    sessions.add(session);
  }

  synchronized void remove(LiveSession session) {
    sessions.remove(session);
    streams.remove(session);
    unflushed.remove(session);
  }

  /** Every open socket, authenticated or not. */
  synchronized List<LiveSession> sessions() {
    return List.copyOf(sessions);
  }

  /** The open sockets of a person. */
  List<LiveSession> sessionsOf(UUID person) {
    return sessions().stream().filter(session -> session.isPerson(person)).toList();
  }

  /** Tells a session where the desk stands, as the answer to {@code ref} or by itself. */
  synchronized void tellPoint(LiveSession session, String event, @Nullable String ref) {
    Identity who = session.identity();
    if (who != null) {
      long reached = Math.max(head, streams.getOrDefault(session, 0L));
      session.send(Frame.of(event, ref, points.at(reached, who.scopeVersion())));
    }
  }

  /**
   * Starts a session's stream, from now on or, if the client is ahead of what has been told here,
   * from where it is.
   *
   * @param since the client's cursor, not beyond the ledger's head
   */
  synchronized void subscribe(LiveSession session, long since, @Nullable String ref) {
    if (sessions.contains(session)) {
      streams.put(session, Math.max(head, since));
      tellPoint(session, Events.READY, ref);
    }
  }

  /**
   * Adds a commit to what everyone is sent who sees any of it, with the next {@link #flush}.
   *
   * @param now who may see each of its tickets at this moment
   */
  synchronized void publish(Commit commit, Map<UUID, Audience> now) {
    CommitFrames frames = new CommitFrames(commit, now);
    head = Math.max(head, commit.tx());
    // A copy, since a session that is cut for being slow may leave before the loop is through.
    for (LiveSession session : List.copyOf(streams.keySet())) {
      Identity who = session.identity();
      Long prev = streams.get(session);
      if (who != null && prev != null && prev < commit.tx()) {
        frames.frame(who.scope(), prev).ifPresent(frame -> add(session, frame, commit.tx()));
      }
    }
  }

  private void add(LiveSession session, byte[] frame, long seq) {
    streams.put(session, seq);
    unflushed.add(session);
    session.add(frame);
  }

  /** Sends what commits have added, to each session all of it at once. */
  synchronized void flush() {
    List<LiveSession> waiting = List.copyOf(unflushed);
    unflushed.clear();
    waiting.forEach(LiveSession::flush);
  }

  /** Tells everyone that the server is there and how far it is. */
  synchronized void beat() {
    sessions().forEach(session -> tellPoint(session, Events.HEARTBEAT, null));
  }

  /** Ends every stream, since what was sent of a commit is not known. */
  synchronized void cutStreams(long reached) {
    head = Math.max(head, reached);
    List<LiveSession> cut = List.copyOf(streams.keySet());
    streams.clear();
    cut.forEach(session -> session.close(ErrorCode.RESYNC));
  }
}
