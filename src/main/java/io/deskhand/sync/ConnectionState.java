package io.deskhand.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server is there.
 *
 * @param phase what the desk is doing
 * @param asOf when the copy was last known to be true; null if never
 * @param pending intents that have not been confirmed
 * @param nextAttempt when the next attempt to connect is due; null unless {@link Phase#OFFLINE}
 * @param reason why it is not live, in words; null when it is
 * @param synced tickets in the copy
 * @param toSync tickets that the server has for this session; 0 when not known
 */
public record ConnectionState(
    Phase phase,
    @Nullable Instant asOf,
    int pending,
    @Nullable Instant nextAttempt,
    @Nullable String reason,
    long synced,
    long toSync) {
  /** What the desk is doing. */
  public enum Phase {
    /** On its way: opening the socket. */
    CONNECTING,
    /** Connected and fetching what it missed. */
    CATCHING_UP,
    /** Connected and current. */
    LIVE,
    /** No server; trying again by itself. */
    OFFLINE,
    /** The agent has switched the network off. */
    SWITCHED_OFF,
    /** The session has ended: sign in again. Outbox and drafts are kept. */
    SIGNED_OUT
  }

  /** Whether news arrives. */
  public boolean isLive() {
    return phase == Phase.LIVE;
  }
}
