package io.deskhand.server.index;

import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.protocol.EntityType;
import io.deskhand.server.store.Commit;
import io.deskhand.server.store.CommitListener;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.LogRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The agents, departments and categories, read once and kept until the log has a change of them:
 * what is answered is no older than the ledger's head when it was asked for. Thread-safe.
 */
public final class Directory implements CommitListener {
  private final Ledger ledger;
  private final Kept<Agent> agents;
  private final Kept<Department> departments;
  private final Kept<Category> categories;

  /** The seq of the last change of each. */
  private final Map<EntityType, Long> changed = new ConcurrentHashMap<>();

  /** The log has been heard up to this seq. */
  private volatile long heard;

  private Directory(Ledger ledger) {
    this.ledger = ledger;
    this.heard = ledger.head();
    this.agents = new Kept<>(EntityType.AGENT, view -> view.staff().all());
    this.departments = new Kept<>(EntityType.DEPARTMENT, view -> view.departments().all());
    this.categories = new Kept<>(EntityType.CATEGORY, view -> view.categories().all());
  }

  /** Follows {@code ledger} from now on. */
  public static Directory of(Ledger ledger) {
    Directory directory = new Directory(ledger);
    ledger.onCommit(directory);
    return directory;
  }

  /** All agents, in the order of the store's list. */
  public List<Agent> agents() {
    return agents.now();
  }

  /** All departments, in the order of the store's list. */
  public List<Department> departments() {
    return departments.now();
  }

  /** All categories, in the order of the store's list. */
  public List<Category> categories() {
    return categories.now();
  }

  @Override
  public void committed(Commit commit) {
    for (LogRow row : commit.rows()) {
      changed.put(row.entity(), commit.tx());
    }
    // Last, since what was heard must be known to be changed.
    heard = commit.tx();
  }

  /** One of the lists. */
  private final class Kept<T> {
    private final EntityType type;
    private final Ledger.Reading<? extends Collection<T>> reading;
    private volatile Copy<T> copy = new Copy<>(-1, List.of());

    /** The rows as they were at {@code head} or later. */
    private record Copy<T>(long head, List<T> rows) {}

    Kept(EntityType type, Ledger.Reading<? extends Collection<T>> reading) {
      this.type = type;
      this.reading = reading;
    }

    List<T> now() {
      long head = ledger.head();
      Copy<T> known = copy;
      if (isGood(known, head)) {
        return known.rows;
      }
      List<T> rows = List.copyOf(ledger.read(reading));
      copy = new Copy<>(head, rows);
      return rows;
    }

    /** Whether nothing has changed it up to {@code head}; else, or if that is not known, no. */
    private boolean isGood(Copy<T> known, long head) {
      return known.head >= 0
          && heard >= head
          && changed.getOrDefault(type, 0L) <= known.head
          && ledger.floor() <= known.head;
    }
  }
}
