package io.deskhand.sync.flow;

import com.google.errorprone.annotations.CompileTimeConstant;
import io.deskhand.sync.Live;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.SyncHealth;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.MessageFormatter;

/**
 * What the sync layer did not expect, in the log and for the console to show: newest last, the last
 * two hundred. Thread-safe.
 */
public final class Incidents {
  private static final Logger LOG = LoggerFactory.getLogger("io.deskhand.sync");
  private static final int KEPT = 200;

  private final Clock clock;
  private final LiveCell<List<String>> lines;
  private final List<SyncHealth.Incident> bare = new ArrayList<>();

  public Incidents(Clock clock) {
    this.clock = clock;
    // Not told to itself: a listener that fails on every line would go round for ever.
    this.lines =
        new LiveCell<>(
            List.of(), new Notifier(failure -> LOG.error("a listener of incidents", failure)));
  }

  /**
   * What happened, in words for a person.
   *
   * @param template the words, with {@code {}} for each of {@code about}; it leaves this machine in
   *     a support bundle, what it was about does not
   * @param about a Throwable at the end is the cause, which goes to the log only
   */
  public void note(@CompileTimeConstant String template, @Nullable Object... about) {
    LOG.warn(template, about);
    add(MessageFormatter.arrayFormat(template, about).getMessage(), template);
  }

  /** A failure that nobody expected where it happened; a full disk may show itself anywhere. */
  public void unexpected(Throwable failure) {
    if (failure instanceof SyncException full && full.reason() == Reason.DISK_FULL) {
      note("The disk is full. Nothing was lost; free some space", full);
      return;
    }
    LOG.error("unexpected failure in the sync layer", failure);
    add("Unexpected: " + failure, "Unexpected: " + failure.getClass().getName());
  }

  public Live<List<String>> lines() {
    return lines;
  }

  /** The same without what they were about. */
  public synchronized List<SyncHealth.Incident> bare() {
    return List.copyOf(bare);
  }

  private synchronized void add(String what, String template) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<String> all = new ArrayList<>(lines.get());
    all.add(now + "  " + what);
    lines.set(List.copyOf(last(all)));
    bare.add(new SyncHealth.Incident(now, template));
    if (bare.size() > KEPT) {
      bare.removeFirst();
    }
  }

  private static <T> List<T> last(List<T> all) {
    return all.subList(Math.max(0, all.size() - KEPT), all.size());
  }
}
