package io.deskhand.server.store;

import io.deskhand.model.Ids;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger over a database: one thread takes what is waiting and writes it as one group. */
final class GroupCommitLedger implements Ledger, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommitLedger.class);
  private static final int MOST_WAITING = 2_048;
  private static final int LARGEST_GROUP = 128;

  /** Below this much free space, in bytes, nothing is written: H2 itself needs some to go on. */
  private static final long SPARE_SPACE = 16L << 20;

  private final Database database;
  private final LongSupplier usableSpace;
  private final GroupWriter groups;
  private final Publisher publisher = new Publisher();
  private final BlockingQueue<PendingWork<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer =
      Thread.ofPlatform().name("ledger-writer").daemon().unstarted(this::run);
  private final PendingWork<?> stop = new PendingWork<>(tx -> this);
  private final LongAdder writtenGroups = new LongAdder();
  private final LongAdder writtenWorks = new LongAdder();
  private volatile boolean closed = false;

  GroupCommitLedger(Database database, LongSupplier usableSpace, Clock clock, Ids ids) {
    this.database = database;
    this.usableSpace = usableSpace;
    this.groups = new GroupWriter(database, clock, ids);
  }

  void start() {
    publisher.start();
    writer.start();
  }

  @Override
  public <T> T write(Work<T> work) {
    return submit(new PendingWork<>(work));
  }

  private <T> T submit(PendingWork<T> pending) {
    if (Thread.currentThread() == writer) {
      throw new IllegalStateException("a work must not start another one");
    }
    if (closed) {
      throw stopping();
    }
    if (!waiting.offer(pending)) {
      throw ProblemException.of(ErrorCode.UNAVAILABLE, "The server has too much to do right now");
    }
    if (closed && waiting.remove(pending)) {
      throw stopping();
    }
    return pending.await();
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
  public void onCommit(Consumer<Commit> listener) {
    publisher.add(listener);
  }

  @Override
  public long head() {
    return groups.head();
  }

  @Override
  public long floor() {
    return groups.floor();
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
        waiting.drainTo(group, LARGEST_GROUP - 1);
        stopping = group.remove(stop);
        write(group);
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

  private void write(List<PendingWork<?>> group) throws InterruptedException {
    List<Commit> commits;
    try {
      if (usableSpace.getAsLong() < SPARE_SPACE) {
        throw Failures.outOfSpace(new IllegalStateException("less than " + SPARE_SPACE + " bytes"));
      }
      publish(groups.catchUp());
      commits = groups.write(group);
    } catch (ProblemException e) {
      failAll(group, e);
      return;
    } catch (RuntimeException | Error e) {
      LOG.error("A group of {} works could not be written", group.size(), e);
      failAll(group, Failures.ofGroup(e));
      groups.doubt();
      database.reopen();
      return;
    }
    writtenGroups.increment();
    writtenWorks.add(group.size());
    group.forEach(PendingWork::complete);
    publish(commits);
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

  private void publish(List<Commit> commits) throws InterruptedException {
    for (Commit commit : commits) {
      publisher.publish(commit);
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
    publisher.close();
  }
}
