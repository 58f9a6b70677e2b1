package io.deskhand.server.app;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.ProgramVersion;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether the server is there, and whether it can do its work. Thread-safe. */
final class Health {
  /** Anybody may ask: however often they do, the store is tried only so often. */
  private static final Duration TRIED_EVERY = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final Clock clock;
  private Instant triedAt = Instant.MIN;
  private boolean writable = false;

  Health(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What GET /health answers. */
  record Report(String status, String version) {}

  /** GET /health: the process lives and answers. */
  Reply live(Exchange exchange) {
    return Reply.ok(new Report("up", ProgramVersion.number()));
  }

  /** GET /health/ready: the store can be written to. */
  Reply ready(Exchange exchange) {
    if (!isWritable()) {
      throw ProblemException.of(ErrorCode.UNAVAILABLE, "The store cannot be written to");
    }
    return Reply.ok(new Report("ready", ProgramVersion.number()));
  }

  private synchronized boolean isWritable() {
    Instant now = clock.instant();
    if (triedAt.equals(Instant.MIN) || !now.isBefore(triedAt.plus(TRIED_EVERY))) {
      writable = tryToWrite();
      triedAt = now;
    }
    return writable;
  }

  private boolean tryToWrite() {
    try {
      return ledger.write(tx -> tx.now().isAfter(Instant.MIN));
    } catch (ProblemException e) {
      return false;
    }
  }
}
