package io.deskhand.sync.files;

import io.deskhand.sync.Attachments.Transfer;
import io.deskhand.sync.Live;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What is on its way now, for the screen. Thread-safe. */
public final class Transfers {
  private final LiveCell<Map<UUID, Transfer>> live;

  public Transfers(Notifier notifier) {
    this.live = new LiveCell<>(Map.of(), notifier);
  }

  public Live<Map<UUID, Transfer>> live() {
    return live;
  }

  /** A file has come this far. */
  synchronized void at(UUID file, long done, long total) {
    Map<UUID, Transfer> all = new HashMap<>(live.get());
    all.put(file, new Transfer(done, total));
    live.set(Map.copyOf(all));
  }

  /** A file is not on its way any more. */
  synchronized void ended(UUID file) {
    Map<UUID, Transfer> all = new HashMap<>(live.get());
    all.remove(file);
    live.set(Map.copyOf(all));
  }
}
