package io.deskhand.server.store;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger over a database: one thread takes what is waiting and writes it as one group. Where
 * several servers share the database, each one's groups take turns with the others'.
 */
final class GroupCommitLedger implements Ledger, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommitLedger.class);
  private static final int MOST_WAITING = 2_048;
  private static final int LARGEST_GROUP = 128;

  /** Below this much free space, in bytes, nothing is written: H2 itself needs some to go on. */
  private static final long SPARE_SPACE = 16L << 20;

  private final Database database;
  private final LongSupplier usableSpace;
  private final GroupWriter groups;
  private final UntoldAudiences untold;
  private final Publisher publisher;
  private final LogTail tail;
  private final Runnable onWritten;
  private final BlockingQueue<PendingWork<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer =
      Thread.ofPlatform().name("ledger-writer").daemon().unstarted(this::run);
  private final PendingWork<?> stop = new PendingWork<>(tx -> this);
  private final LongAdder writtenGroups = new LongAdder();
  private final LongAdder writtenWorks = new LongAdder();
  private volatile boolean closed = false;

  /**
   * @param groups the only ones that write to {@code database} in this process
   * @param onWritten called after each group that changed something
   */
  GroupCommitLedger(
      Database database, LongSupplier usableSpace, GroupWriter groups, Runnable onWritten) {
    this.database = database;
    this.usableSpace = usableSpace;
    this.groups = groups;
    this.untold = new UntoldAudiences(!database.isShared());
    this.publisher = new Publisher(untold::told);
    this.tail = new LogTail(database, publisher, groups.state().head());
    this.onWritten = onWritten;
  }

  void start() {
    publisher.start();
    tail.start();
    writer.start();
  }

  @Override
  public <T> T write(Work<T> work) {
    return begin(work).await();
  }

  @Override
  public <T> Written<T> begin(Work<T> work) {
    if (Thread.currentThread() == writer) {
      throw new IllegalStateException("a work must not start another one");
    }
    if (closed) {
      throw stopping();
    }
    PendingWork<T> pending = new PendingWork<>(work);
    if (!waiting.offer(pending)) {
      throw ProblemException.of(ErrorCode.UNAVAILABLE, "The server has too much to do right now");
    }
    if (closed && waiting.remove(pending)) {
      throw stopping();
    }
    return pending;
  }

  @Override
  public <T> T read(Reading<T> reading) {
    return reading(database.reader(), handle -> reading.run(new HandleView(handle)));
  }

  @Override
  public List<LogRow> since(long seq, int limit) {
    return reading(database.reader(), handle -> ChangeLog.since(handle, seq, limit));
  }

  private interface HandleReading<T> {
    T run(Handle handle);
  }

  private static <T> T reading(Jdbi jdbi, HandleReading<T> reading) {
    try (Handle handle = jdbi.open()) {
      return reading.run(handle);
    } catch (RuntimeException e) {
      throw Failures.ofOne(e);
    }
  }

  @Override
  public Map<UUID, Audience> audiences(Collection<UUID> tickets) {
    return untold.now(tickets, others -> read(view -> view.sync().audiences(others)));
  }

  @Override
  public void onCommit(CommitListener listener) {
    publisher.add(listener);
  }

  @Override
  public long head() {
    return state().head();
  }

  @Override
  public long floor() {
    return state().floor();
  }

  private ChangeLog.State state() {
    return database.isShared() ? reading(database.reader(), ChangeLog::state) : groups.state();
  }

  /** Says that another server may have written something. */
  void lookForMore() {
    tail.wake();
  }

  @Override
  public UUID epoch() {
    return groups.epoch();
  }

  private void run() {
    List<PendingWork<?>> group = new ArrayList<>(LARGEST_GROUP);
    boolean stopping = false;
    while (!stopping) {
      try {
        group.add(waiting.take());
        stopping = write(group);
      } catch (InterruptedException e) {
        LOG.error("The ledger's writer was interrupted; it goes on", e);
      } finally {
        group.clear();
      }
    }
    List<PendingWork<?>> rest = new ArrayList<>();
    waiting.drainTo(rest);
    failAll(rest, stopping());
  }

  /** Writes the group, with what comes before its turn; true if it is the last one. */
  private boolean write(List<PendingWork<?>> group) throws InterruptedException {
    if (group.getFirst() == stop) {
      return true;
    }
    try {
      if (usableSpace.getAsLong() < SPARE_SPACE) {
        throw Failures.outOfSpace(new IllegalStateException("less than " + SPARE_SPACE + " bytes"));
      }
      if (groups.settle()) {
        tail.catchUp();
      }
      List<Commit> commits = groups.write(group, () -> fill(group));
      writtenGroups.increment();
      writtenWorks.add(group.size());
      tell(group, commits);
    } catch (ProblemException e) {
      failAll(group, e);
    } catch (RuntimeException | Error e) {
      LOG.error("A group of {} works could not be written", group.size(), e);
      failAll(group, Failures.ofGroup(e));
      untold.forget();
      groups.doubt();
      database.reopen();
    }
    return group.contains(stop);
  }

  int waiting() {
    return waiting.size();
  }

  long groups() {
    return writtenGroups.sum();
  }

  long works() {
    return writtenWorks.sum();
  }

  private void fill(List<PendingWork<?>> group) {
    waiting.drainTo(group, LARGEST_GROUP - group.size());
  }

  /** Tells what is durable, and then lets the callers go on: others wait to hear of it, too. */
  private void tell(List<PendingWork<?>> group, List<Commit> commits) throws InterruptedException {
    try {
      if (!commits.isEmpty()) {
        commits.forEach(untold::add);
        tail.committed(commits);
        onWritten.run();
      }
    } finally {
      group.forEach(PendingWork::complete);
    }
  }

  private static void failAll(List<PendingWork<?>> works, RuntimeException reason) {
    works.forEach(work -> work.fail(reason));
  }

  private static ProblemException stopping() {
    return ProblemException.of(ErrorCode.UNAVAILABLE, "The server is stopping");
  }

  /** Lets the group that is being written come to its end; what is still waiting fails. */
  @Override
  public void close() {
    closed = true;
    try {
      waiting.put(stop);
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tail.close();
    publisher.close();
  }
}
