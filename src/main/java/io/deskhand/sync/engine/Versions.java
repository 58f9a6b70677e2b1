package io.deskhand.sync.engine;

import io.deskhand.sync.index.Ordinals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Which tickets there are, and the version of each: 8 bytes a ticket. Of the engine's thread. */
final class Versions {
  /** The version of a ticket that is not there. */
  static final long NONE = 0;

  private final Ordinals ordinals;
  // By ordinal.
  private long[] versions = new long[1 << 10];
  private int size;

  Versions(Ordinals ordinals) {
    this.ordinals = ordinals;
  }

  int size() {
    return size;
  }

  long of(UUID ticketId) {
    int ordinal = ordinals.find(ticketId);
    return ordinal < 0 || ordinal >= versions.length ? NONE : versions[ordinal];
  }

  void put(UUID ticketId, long version) {
    int ordinal = ordinals.of(ticketId);
    if (ordinal >= versions.length) {
      versions = Arrays.copyOf(versions, Math.max(2 * versions.length, ordinal + 1));
    }
    if (versions[ordinal] == NONE) {
      size++;
    }
    versions[ordinal] = version;
  }

  void remove(UUID ticketId) {
    if (of(ticketId) != NONE) {
      versions[ordinals.find(ticketId)] = NONE;
      size--;
    }
  }

  void clear() {
    Arrays.fill(versions, NONE);
    size = 0;
  }

  List<UUID> ids() {
    List<UUID> ids = new ArrayList<>(size);
    for (int ordinal = 0; ordinal < versions.length; ordinal++) {
      if (versions[ordinal] != NONE) {
        ids.add(ordinals.id(ordinal));
      }
    }
    return ids;
  }
}
