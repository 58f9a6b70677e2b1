package io.deskhand.sync.engine;

import io.deskhand.sync.ConnectionState.Phase;
import java.util.EnumSet;
import java.util.Set;

/** Where the connection is, and where it can go from there. */
enum LinkState {
  /** No connection; the next attempt is due at some time. */
  DOWN(Phase.OFFLINE),
  OPENING(Phase.CONNECTING),
  AUTHENTICATING(Phase.CONNECTING),
  SUBSCRIBING(Phase.CONNECTING),
  CATCHING_UP(Phase.CATCHING_UP),
  LIVE(Phase.LIVE),
  SWITCHED_OFF(Phase.SWITCHED_OFF),
  /** The end of this session: only a new desk leads on. */
  SIGNED_OUT(Phase.SIGNED_OUT);

  private final Phase phase;

  LinkState(Phase phase) {
    this.phase = phase;
  }

  Phase phase() {
    return phase;
  }

  /** Whether a socket is open or being opened. */
  boolean isUp() {
    return switch (this) {
      case OPENING, AUTHENTICATING, SUBSCRIBING, CATCHING_UP, LIVE -> true;
      case DOWN, SWITCHED_OFF, SIGNED_OUT -> false;
    };
  }

  boolean allows(LinkState next) {
    return next().contains(next);
  }

  private Set<LinkState> next() {
    Set<LinkState> ends = EnumSet.of(DOWN, SWITCHED_OFF, SIGNED_OUT);
    switch (this) {
      case DOWN, SWITCHED_OFF -> ends.add(OPENING);
      case OPENING -> ends.add(AUTHENTICATING);
      case AUTHENTICATING -> ends.add(SUBSCRIBING);
      case SUBSCRIBING -> ends.add(CATCHING_UP);
      case CATCHING_UP -> ends.add(LIVE);
      case LIVE -> ends.add(CATCHING_UP);
      case SIGNED_OUT -> ends.clear();
    }
    ends.remove(this);
    return ends;
  }
}
