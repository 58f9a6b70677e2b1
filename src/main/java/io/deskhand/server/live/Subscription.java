package io.deskhand.server.live;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SubscribeTickets;
import io.deskhand.server.store.Ledger;

/** The frame that starts a session's stream. */
final class Subscription {
  private final Ledger ledger;
  private final LiveHub hub;

  Subscription(Ledger ledger, LiveHub hub) {
    this.ledger = ledger;
    this.hub = hub;
  }

  void subscribe(LiveSession session, Identity who, Frame frame) {
    Long since = FrameHandler.data(frame, SubscribeTickets.class).since();
    long cursor = since == null ? 0 : since;
    if (cursor < 0) {
      throw ProblemException.of(ErrorCode.MALFORMED_REQUEST, "since: must not be negative");
    }
    if (cursor > ledger.head()) {
      throw ProblemException.of(
          ErrorCode.RESYNC, "There is no change " + cursor + " here: take a new snapshot");
    }
    hub.subscribe(session, cursor, frame.ref());
  }
}
