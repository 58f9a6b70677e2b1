package io.deskhand.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Me;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Viewers.Viewer;
import io.deskhand.server.store.Signals;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the servers of one desk tell each other of their rooms. A word may be lost: who is there and
 * who types is said again all the time, and what is not said again is not believed for long.
 * Customers' names are not said, since what is said goes through the database. Thread-safe.
 */
final class RoomSignals {
  private static final String VIEWING = "viewing";
  private static final String TYPING = "typing";

  /** What one signal may have, in characters, of which each may take four bytes. */
  private static final int MOST_TEXT = 1_500;

  /** All of a person but the name. */
  private static final int TEXT_EACH = 150;

  private final Signals signals;
  private final UUID server = UUID.randomUUID();

  /** That one of the staff has a ticket open, or no longer. */
  record Presence(UUID ticketId, Viewer viewer, boolean here) {}

  private record Viewing(UUID server, List<Presence> people) {}

  private record Typed(UUID ticketId, UUID personId, boolean typing) {}

  RoomSignals(Signals signals) {
    this.signals = signals;
  }

  /**
   * Brings {@code talk} what the others say.
   *
   * @param people somebody by their id
   */
  void listen(RoomTalk talk, Function<UUID, Optional<Me>> people, Clock clock) {
    signals.on(VIEWING, data -> heardViewing(talk, data, clock));
    signals.on(TYPING, data -> heardTyping(talk, data, people, clock));
  }

  private static void heardViewing(RoomTalk talk, JsonNode data, Clock clock) {
    Viewing viewing = Json.convert(data, Viewing.class);
    talk.heardOf(viewing.server(), viewing.people(), clock.instant());
  }

  private static void heardTyping(
      RoomTalk talk, JsonNode data, Function<UUID, Optional<Me>> people, Clock clock) {
    Typed typed = Json.convert(data, Typed.class);
    if (talk.isOpen(typed.ticketId())) {
      people
          .apply(typed.personId())
          .ifPresent(me -> talk.heard(typed.ticketId(), me, typed.typing(), clock.instant()));
    }
  }

  /** Says who is where, in as many signals as that takes. */
  void tell(List<Presence> people) {
    List<Presence> some = new ArrayList<>();
    int text = 0;
    for (Presence one : people) {
      int more = TEXT_EACH + one.viewer().name().length();
      if (text + more > MOST_TEXT) {
        tellAtOnce(some);
        some.clear();
        text = 0;
      }
      some.add(one);
      text += more;
    }
    tellAtOnce(some);
  }

  private void tellAtOnce(List<Presence> some) {
    if (!some.isEmpty()) {
      signals.send(VIEWING, new Viewing(server, List.copyOf(some)));
    }
  }

  /** Says that somebody types, or has stopped. */
  void typing(UUID ticketId, UUID personId, boolean types) {
    signals.send(TYPING, new Typed(ticketId, personId, types));
  }
}
