package io.deskhand.sync.flow;

import io.deskhand.sync.Live;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the sync layer did not expect, in the log and for the console to show: newest last, the last
 * two hundred. Thread-safe.
 */
public final class Incidents {
  private static final Logger LOG = LoggerFactory.getLogger("io.deskhand.sync");
  private static final int KEPT = 200;

  private final Clock clock;
  private final LiveCell<List<String>> lines;

  public Incidents(Clock clock) {
    this.clock = clock;
    // Not told to itself: a listener that fails on every line would go round for ever.
    this.lines =
        new LiveCell<>(
            List.of(), new Notifier(failure -> LOG.error("a listener of incidents", failure)));
  }

  /** What happened, in words for a person. */
  public void note(String what) {
    LOG.warn(what);
    add(what);
  }

  /** The same, with what caused it, which goes to the log only. */
  public void note(String what, Throwable cause) {
    LOG.warn(what, cause);
    add(what);
  }

  /** A failure that nobody expected where it happened; a full disk may show itself anywhere. */
  public void unexpected(Throwable failure) {
    if (failure instanceof SyncException full && full.reason() == Reason.DISK_FULL) {
      note(String.valueOf(full.getMessage()), full);
      return;
    }
    LOG.error("unexpected failure in the sync layer", failure);
    add("Unexpected: " + failure);
  }

  public Live<List<String>> lines() {
    return lines;
  }

  private synchronized void add(String what) {
    List<String> all = new ArrayList<>(lines.get());
    all.add(clock.instant().truncatedTo(ChronoUnit.SECONDS) + "  " + what);
    lines.set(List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
  }
}
