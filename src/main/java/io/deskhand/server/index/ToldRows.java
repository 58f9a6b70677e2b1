package io.deskhand.server.index;

import io.deskhand.server.store.Commit;
import io.deskhand.server.store.LogRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The rows of the log as they were told, for a follower that is at its end: reading them back from
 * the database costs more than all else that it does. Keeps so many and no more; who falls further
 * behind reads the log. Thread-safe.
 */
final class ToldRows {
  private final int most;
  private final Queue<Commit> commits = new ArrayDeque<>();
  private int rows = 0;

  /**
   * @param most rows that may wait
   */
  ToldRows(int most) {
    this.most = most;
  }

  synchronized void add(Commit commit) {
    commits.add(commit);
    rows += commit.rows().size();
    while (rows > most) {
      rows -= commits.remove().rows().size();
    }
  }

  /**
   * The next transactions after {@code seq}, with some {@code limit} rows at most; empty where the
   * log has to be read, or where nothing was told.
   */
  synchronized List<LogRow> after(long seq, int limit) {
    List<LogRow> next = new ArrayList<>();
    long reached = seq;
    Commit commit = commits.peek();
    while (commit != null && next.size() < limit && first(commit) <= reached + 1) {
      if (first(commit) == reached + 1) {
        next.addAll(commit.rows());
        reached = commit.tx();
      }
      rows -= commits.remove().rows().size();
      commit = commits.peek();
    }
    return next;
  }

  private static long first(Commit commit) {
    return commit.rows().getFirst().seq();
  }
}
