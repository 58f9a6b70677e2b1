package io.deskhand.server.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The desk's one book: every change goes through it, one after the other, and is in its log. Where
 * several servers share the desk that is true over all of them. Safe for use by many threads.
 */
public interface Ledger {
  /**
   * Runs {@code work} alone and returns its result once its effect is durable; blocks until then. A
   * work that throws leaves nothing behind. Works of several callers share one flush.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code unavailable} if too much is waiting
   *     or the store is out of order, with {@code out_of_space} if the disk is full
   * @throws RuntimeException what {@code work} threw
   */
  <T> T write(Work<T> work);

  /**
   * Begins what {@link #write} does: for many works of one caller, which share more flushes if the
   * next ones are waiting already.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code unavailable} if too much is waiting
   */
  <T> Written<T> begin(Work<T> work);

  /** Runs {@code reading} on the committed state; not for writing. Never waits for a writer. */
  <T> T read(Reading<T> reading);

  /**
   * Calls {@code listener} for every later transaction that changed something, in order of seq, on
   * one thread that is not the writer's; those of other servers too, some time after {@link #head}
   * knows them. A slow listener slows writers down in the end.
   */
  void onCommit(CommitListener listener);

  /** The last committed seq. */
  long head();

  /**
   * The seq up to which the log is not kept: {@link #since} knows nothing at or before it, and a
   * cursor below it needs a new snapshot.
   */
  long floor();

  /** Which life of the desk's data the seqs belong to: a restored backup has another one. */
  UUID epoch();

  /**
   * The log after {@code seq}, at least {@code limit} rows if there are so many: the last
   * transaction is never cut.
   */
  List<LogRow> since(long seq, int limit);

  /**
   * Who may see each of {@code tickets} at this moment; without those that are deleted. Made for
   * those who tell commits: what is known of a commit that is being told is not read again.
   */
  Map<UUID, Audience> audiences(Collection<UUID> tickets);

  /** A change of the desk. */
  @FunctionalInterface
  interface Work<T> {
    T run(Tx tx);
  }

  /** A work that has begun, and is done whether anybody waits for it or not. */
  @FunctionalInterface
  interface Written<T> {
    /** What {@link Ledger#write} returns or throws. */
    T await();
  }

  /** A look at the desk. */
  @FunctionalInterface
  interface Reading<T> {
    T run(View view);
  }
}
