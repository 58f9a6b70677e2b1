package io.deskhand.server.live;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.Viewers;
import io.deskhand.protocol.Viewers.Viewer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the staff in a room who of them is there: at once, but no more than once between two ticks,
 * since in a large room everybody who comes would be told to everybody. For one thread at a time.
 */
final class ViewerNews {
  private final Rooms rooms;
  private final Neighbours neighbours;
  private Set<UUID> told = new HashSet<>();
  private Set<UUID> due = new LinkedHashSet<>();

  ViewerNews(Rooms rooms, Neighbours neighbours) {
    this.rooms = rooms;
    this.neighbours = neighbours;
  }

  /** Somebody has come or gone. */
  void changed(UUID ticket) {
    if (told.add(ticket)) {
      tell(ticket);
    } else {
      due.add(ticket);
    }
  }

  /** Tells what has waited. */
  void tick() {
    Set<UUID> now = due;
    due = new LinkedHashSet<>();
    told = new HashSet<>(now);
    now.forEach(this::tell);
  }

  private void tell(UUID ticket) {
    List<LiveSession> staff = rooms.members(ticket).stream().filter(LiveSession::isStaff).toList();
    if (staff.isEmpty()) {
      return;
    }
    Map<UUID, Viewer> viewers = new LinkedHashMap<>();
    for (LiveSession session : staff) {
      Identity who = session.identity();
      if (who != null) {
        viewers.put(who.me().id(), viewer(who));
      }
    }
    neighbours.viewers(ticket).forEach(viewer -> viewers.putIfAbsent(viewer.id(), viewer));
    List<Viewer> first = viewers.values().stream().limit(Limits.VIEWERS).toList();
    byte[] frame = Json.bytes(Frame.of(Events.VIEWERS, new Viewers(ticket, first, viewers.size())));
    for (LiveSession session : staff) {
      session.add(frame);
      session.flush();
    }
  }

  /** Somebody as the others see them. */
  static Viewer viewer(Identity who) {
    return new Viewer(who.me().id(), who.me().name());
  }
}
