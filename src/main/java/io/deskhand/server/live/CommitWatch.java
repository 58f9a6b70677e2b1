package io.deskhand.server.live;

import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Commit;
import io.deskhand.server.store.CommitListener;
import io.deskhand.server.store.LogRow;
import io.deskhand.server.store.Notice;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each commit to the sockets. Called by the ledger, on one thread. */
final class CommitWatch implements CommitListener {
  private static final Logger LOG = LoggerFactory.getLogger(CommitWatch.class);

  private final LiveHub hub;
  private final RoomTalk talk;
  private final Admission admission;
  private final TicketAccess access;

  CommitWatch(LiveHub hub, RoomTalk talk, Admission admission, TicketAccess access) {
    this.hub = hub;
    this.talk = talk;
    this.admission = admission;
    this.access = access;
  }

  @Override
  public void committed(Commit commit) {
    try {
      publish(commit);
    } catch (RuntimeException e) {
      LOG.error("commit {} could not be told; its listeners are to pull", commit.tx(), e);
      hub.cutStreams(commit.tx());
    }
  }

  @Override
  public void paused() {
    hub.flush();
  }

  private void publish(Commit commit) {
    commit.rows().stream()
        .filter(row -> row.entity() == EntityType.AGENT)
        .forEach(row -> hub.sessionsOf(UUID.fromString(row.id())).forEach(admission::renew));
    Set<UUID> tickets =
        commit.rows().stream()
            .map(LogRow::ticketId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<UUID, Audience> now = access.audiences(tickets);
    hub.publish(commit, now);
    tickets.forEach(ticket -> talk.evict(ticket, session -> !session.sees(now.get(ticket))));
    if (commit.event().equals(Events.NEW_MESSAGE)
        && commit.ticketId() != null
        && commit.actor() != null) {
      talk.said(commit.ticketId(), commit.actor());
    }
    commit.notices().forEach(this::tell);
  }

  private void tell(Notice notice) {
    Frame frame = Frame.of(Events.NOTIFICATION, notice.notification());
    hub.sessionsOf(notice.personId()).forEach(session -> session.send(frame));
  }
}
