package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes groups of works: each in a savepoint of one transaction, its changes numbered in order,
 * with one flush for all of them. Knows where the log stands, for any thread to ask; everything
 * else is for the writer's thread.
 */
final class GroupWriter {
  private final Database database;
  private final Clock clock;
  private final Ids ids;
  private final UUID epoch;
  private volatile long head;
  private volatile long floor;
  private boolean doubtful = false;

  GroupWriter(Database database, Clock clock, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    ChangeLog.State state =
        database.writer().withHandle(handle -> ChangeLog.open(handle, ids.next()));
    this.epoch = state.epoch();
    this.head = state.head();
    this.floor = state.floor();
  }

  UUID epoch() {
    return epoch;
  }

  long head() {
    return head;
  }

  long floor() {
    return floor;
  }

  /** A group failed in a way that leaves open if it was committed. */
  void doubt() {
    doubtful = true;
  }

  /** What was committed although its group failed: a flush may fail after the commit. */
  List<Commit> catchUp() {
    if (!doubtful) {
      return List.of();
    }
    try (Handle handle = database.writer().open()) {
      ChangeLog.State state = ChangeLog.open(handle, epoch);
      List<Commit> missed = ChangeLog.commitsSince(handle, head);
      floor = state.floor();
      head = state.head();
      doubtful = false;
      return missed;
    }
  }

  /**
   * Runs and commits the works; those that throw fail alone. When this throws, the whole group has
   * failed.
   */
  List<Commit> write(List<PendingWork<?>> group) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Commit> commits = new ArrayList<>();
    List<HistoryEntry> history = new ArrayList<>();
    long last = head;
    long kept = floor;
    try (Handle handle = database.writer().open()) {
      handle.begin();
      for (PendingWork<?> work : group) {
        LedgerTx tx = new LedgerTx(handle, now, ids);
        if (!work.run(tx)) {
          continue;
        }
        if (tx.restartsLog()) {
          last++;
          kept = last;
          ChangeLog.restartAt(handle, last);
        }
        LedgerTx.Outcome outcome = tx.outcome(last);
        if (!outcome.rows().isEmpty()) {
          commits.add(outcome.commit());
          history.addAll(outcome.history());
          last += outcome.rows().size();
        }
      }
      AuditChain.append(handle, history);
      log(handle, commits, last);
      handle.commit();
      database.flush(handle);
    }
    floor = kept;
    head = last;
    return commits;
  }

  private void log(Handle handle, List<Commit> commits, long last) {
    ChangeLog.append(handle, commits.stream().flatMap(c -> c.rows().stream()).toList());
    if (last > head) {
      ChangeLog.advance(handle, last);
    }
  }
}
