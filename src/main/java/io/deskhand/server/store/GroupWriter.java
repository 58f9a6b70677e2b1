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
import org.jspecify.annotations.Nullable;

/**
 * Writes groups of works: each in a savepoint of one transaction, its changes numbered in order,
 * with one flush for all of them. Where several servers share the database a group takes its turn
 * among theirs, so that works run one after the other over all servers. Knows where the log stands,
 * for any thread to ask; everything else is for the writer's thread.
 */
final class GroupWriter {
  private final Database database;
  private final Clock clock;
  private final Ids ids;
  private final UUID server;
  private volatile ChangeLog.State state;
  private final WriterMemory memory = new WriterMemory();
  private AuditChain.@Nullable End chain;
  private boolean doubtful = false;

  GroupWriter(Database database, Clock clock, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    this.state = database.writer().withHandle(handle -> ChangeLog.open(handle, ids.next()));
    // Who has the database alone is, after a restart, whom the last run's leases belong to.
    this.server = database.isShared() ? ids.next() : state.epoch();
  }

  /** This server among those that share the database. */
  UUID server() {
    return server;
  }

  UUID epoch() {
    return state.epoch();
  }

  /** Where the log stands, as far as this server knows. */
  ChangeLog.State state() {
    return state;
  }

  /** A group failed in a way that leaves open if it was committed. */
  void doubt() {
    doubtful = true;
  }

  /**
   * Looks where the log stands if that is in doubt: a flush may fail after the commit. Says whether
   * it was.
   */
  boolean settle() {
    if (!doubtful) {
      return false;
    }
    try (Handle handle = database.writer().open()) {
      state = ChangeLog.state(handle);
      doubtful = false;
      return true;
    }
  }

  /**
   * Runs and commits the works; those that throw fail alone. When this throws, the whole group has
   * failed.
   *
   * @param fill adds what else is waiting to {@code group}; called once the group has its turn
   */
  List<Commit> write(List<PendingWork<?>> group, Runnable fill) {
    List<Commit> commits = new ArrayList<>();
    List<HistoryEntry> history = new ArrayList<>();
    try (Handle handle = database.writer().open()) {
      handle.begin();
      ChangeLog.State before = turn(handle);
      fill.run();
      ChangeLog.State after = run(handle, group, before, commits, history);
      if (after.head() > before.head()) {
        chain = AuditChain.link(handle, chain(handle), history);
        ChangeLog.append(handle, commits);
        ChangeLog.advance(handle, after.head(), chain);
      }
      handle.commit();
      database.flush(handle);
      state = after;
      return commits;
    } catch (RuntimeException | Error e) {
      chain = null;
      memory.forget();
      throw e;
    }
  }

  /** The chain's end, which nobody else moves where no other server writes. */
  private AuditChain.End chain(Handle handle) {
    AuditChain.End known = chain;
    return known == null || database.isShared() ? AuditChain.end(handle) : known;
  }

  /** Where the log stands, with nobody else to move it before this transaction has ended. */
  private ChangeLog.State turn(Handle handle) {
    if (!database.isShared()) {
      return state;
    }
    memory.forget();
    ChangeLog.State locked = ChangeLog.lock(handle);
    if (!locked.epoch().equals(state.epoch())) {
      throw new IllegalStateException("the database was restored from a backup: start anew");
    }
    return locked;
  }

  private ChangeLog.State run(
      Handle handle,
      List<PendingWork<?>> group,
      ChangeLog.State before,
      List<Commit> commits,
      List<HistoryEntry> history) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long last = before.head();
    long floor = before.floor();
    for (PendingWork<?> work : group) {
      LedgerTx tx = new LedgerTx(handle, memory, now, ids, server);
      if (!work.run(tx)) {
        continue;
      }
      if (tx.restartsLog()) {
        last++;
        floor = last;
        ChangeLog.restartAt(handle, last);
        chain = null;
      }
      LedgerTx.Outcome outcome = tx.outcome(last);
      if (!outcome.rows().isEmpty()) {
        commits.add(outcome.commit());
        history.addAll(outcome.history());
        last += outcome.rows().size();
      }
    }
    return new ChangeLog.State(before.epoch(), last, floor);
  }
}
