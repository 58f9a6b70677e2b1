package io.deskhand.sync.engine;

import io.deskhand.protocol.Typing;
import io.deskhand.protocol.Viewers;
import io.deskhand.sync.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who else is there while a ticket is open. Of the engine's thread. */
final class Room {
  private final Core core;
  private final UUID me;
  private final Runnable changed;
  private final Map<UUID, Typing> typing = new HashMap<>();
  private final Map<UUID, Subscription> expiries = new HashMap<>();
  private List<Viewers.Viewer> viewers = List.of();

  Room(Core core, UUID me, Runnable changed) {
    this.core = core;
    this.me = me;
    this.changed = changed;
  }

  List<Typing> typing() {
    return List.copyOf(typing.values());
  }

  List<Viewers.Viewer> viewers() {
    return viewers;
  }

  void typing(Typing news) {
    if (news.personId().equals(me)) {
      return;
    }
    stopped(news.personId());
    if (news.typing()) {
      typing.put(news.personId(), news);
      // Whoever goes away in the middle of a word never says that they stopped.
      expiries.put(
          news.personId(),
          core.thread()
              .after(
                  core.timing().typingIdle().multipliedBy(2),
                  () -> {
                    stopped(news.personId());
                    changed.run();
                  }));
    }
    changed.run();
  }

  /** A message of theirs has come, or they have stopped. */
  void stopped(UUID person) {
    typing.remove(person);
    Subscription expiry = expiries.remove(person);
    if (expiry != null) {
      expiry.close();
    }
  }

  void viewers(Viewers news) {
    viewers = news.viewers().stream().filter(viewer -> !viewer.id().equals(me)).toList();
    changed.run();
  }

  /** The connection is gone, and with it everybody. */
  void empty() {
    List.copyOf(typing.keySet()).forEach(this::stopped);
    viewers = List.of();
  }
}
