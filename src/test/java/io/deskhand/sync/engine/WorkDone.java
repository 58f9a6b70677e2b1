package io.deskhand.sync.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What {@link CrashingConsole}s said that they did, over all their lives. */
final class WorkDone {
  static final int TICKETS = 12;
  private final Map<String, Work> works = new LinkedHashMap<>();
  private final Map<UUID, String> drafts = new HashMap<>();
  private final Map<UUID, String> draftsTried = new HashMap<>();
  private int kept;

  /**
   * One piece of work.
   *
   * @param kept whether it was said to be on disk; if not, it may have happened or not
   */
  record Work(String kind, UUID ticketId, String words, boolean kept) {}

  /** Takes a line; what the end cut off is none. */
  void read(String line) {
    String[] parts = line.split(" ");
    if (parts.length != 4) {
      return;
    }
    UUID ticket = UUID.fromString(parts[2]);
    boolean keeps = parts[0].equals("keeps");
    kept += keeps ? 1 : 0;
    if (parts[1].equals("draft")) {
      (keeps ? drafts : draftsTried).put(ticket, parts[3]);
    } else {
      works.put(parts[3], new Work(parts[1], ticket, parts[3], keeps));
    }
  }

  int kept() {
    return kept;
  }

  Iterable<Work> works() {
    return works.values();
  }

  /** The draft that a ticket must have, by ticket; a newer one may be there if it was tried. */
  Map<UUID, String> drafts() {
    return drafts;
  }

  boolean wasTried(UUID ticket, String draft) {
    return draft.equals(draftsTried.get(ticket));
  }
}
