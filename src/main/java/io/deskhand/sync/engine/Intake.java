package io.deskhand.sync.engine;

import io.deskhand.model.Agent;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.cache.SeenStore.Seen;
import io.deskhand.sync.cache.SnapshotProgress;
import io.deskhand.sync.outbox.Arrivals;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where what the server says comes in: onto disk, into memory, and then to everything that shows
 * it. Of the engine's thread.
 */
final class Intake {
  private final ConfirmedCopy copy;
  private final SeenMarks seen;
  private final Arrivals arrivals;
  private final Rows rows;
  private final DeskLists lists;
  private final OpenTickets open;
  private final StatusBoard status;
  private final Consumer<Collection<UUID>> lost;

  /**
   * @param lost told which tickets are out of reach now
   */
  Intake(
      ConfirmedCopy copy,
      SeenMarks seen,
      Arrivals arrivals,
      Rows rows,
      DeskLists lists,
      OpenTickets open,
      StatusBoard status,
      Consumer<Collection<UUID>> lost) {
    this.copy = copy;
    this.seen = seen;
    this.arrivals = arrivals;
    this.rows = rows;
    this.lists = lists;
    this.open = open;
    this.status = status;
    this.lost = lost;
  }

  @Nullable Position position() {
    return copy.store().position().orElse(null);
  }

  /** The snapshot that a crash or a lost connection has interrupted. */
  @Nullable SnapshotProgress snapshotProgress() {
    return copy.store().snapshot().filter(progress -> progress.next() != null).orElse(null);
  }

  boolean snapshotUnderWay() {
    return copy.store().snapshot().isPresent();
  }

  int nextGeneration() {
    return copy.store().nextGeneration();
  }

  /** The copy is about to be brought to the server's head. */
  void catchingUp() {
    arrivals.catchingUp();
  }

  void snapshotBegins() {
    arrivals.catchingUp();
  }

  /** Whether what was carried out has been waiting for its change since the last question. */
  boolean isOverdue() {
    return arrivals.isOverdue();
  }

  /** The copy has reached the head that the server had at {@link #catchingUp}. */
  void caughtUp() {
    arrivals.caughtUp();
    progress(copy.total());
  }

  void apply(Batch batch, Position next) {
    Map<UUID, Seen> news = seen.news(batch);
    Effects effects = copy.apply(batch, news, next);
    seen.take(news);
    seen.forget(batch.purged());
    spread(effects);
    lost.accept(batch.purged());
  }

  void applyPage(Batch page, SnapshotProgress progress) {
    // Before its rows: a version in another log says nothing of what was answered in this one.
    arrivals.follows(progress.target().epoch());
    spread(copy.applyPage(page, progress));
    progress(progress.total());
  }

  void finishSnapshot(SnapshotProgress progress) {
    Set<UUID> gone = copy.finish(progress);
    seen.forget(gone);
    arrivals.arrived(gone, Set.of());
    rows.refresh(gone);
    lists.refresh();
    open.reload();
    progress(progress.total());
    lost.accept(gone);
  }

  private void spread(Effects effects) {
    Set<UUID> things = new HashSet<>(effects.tickets());
    things.addAll(effects.rows().agents().keySet());
    arrivals.arrived(things, effects.rows().messages().keySet());
    Set<UUID> touched = new HashSet<>(effects.tickets());
    effects
        .rows()
        .messages()
        .values()
        .forEach(row -> row.ifPresent(message -> touched.add(message.ticketId())));
    rows.refresh(touched);
    if (effects.rows().touchesDesk()) {
      lists.refresh();
    }
    open.apply(effects.rows());
  }

  private void progress(long toSync) {
    status.progress(copy.size(), Math.max(toSync, copy.total()));
  }

  /** The name of an agent; null for one that is not known. */
  static @Nullable String nameOf(ConfirmedCopy copy, UUID id) {
    Agent agent = copy.agent(id);
    return agent == null ? null : agent.name();
  }
}
