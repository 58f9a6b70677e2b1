package io.deskhand.sync.engine;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.SnapshotPage;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.cache.SnapshotProgress;
import io.deskhand.sync.rest.DeskApi;
import io.deskhand.sync.rest.Refused;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a snapshot page by page; each page is usable when it is in. Goes on where it was after a
 * crash. Of the engine's thread.
 */
final class Snapshot {
  private static final int FIRST_PAGE = 500;
  private static final int PAGE = 2_500;
  private static final int RESTARTS = 3;

  private final Core core;
  private final DeskApi api;
  private final Intake intake;
  private int restarts;
  // What is on disk: a page that does not go on from there is of no use.
  private @Nullable SnapshotProgress written;

  Snapshot(Core core, DeskApi api, Intake intake) {
    this.core = core;
    this.api = api;
    this.intake = intake;
  }

  private record Run(BooleanSupplier wanted, Consumer<Position> done, Consumer<Exception> failed) {}

  private record Page(SnapshotPage page, Batch batch) {}

  /**
   * @param wanted whether this is still of use
   * @param done gets the position that the copy has then
   */
  void take(BooleanSupplier wanted, Consumer<Position> done, Consumer<Exception> failed) {
    restarts = 0;
    written = intake.snapshotProgress();
    next(new Run(wanted, done, failed), written);
  }

  private void next(Run run, @Nullable SnapshotProgress progress) {
    String cursor = progress == null ? null : progress.next();
    core.background()
        .run(
            () -> {
              SnapshotPage page = api.snapshot(cursor, cursor == null ? FIRST_PAGE : PAGE);
              return new Page(page, Batch.of(page.rows()));
            },
            page -> {
              if (run.wanted().getAsBoolean()) {
                guarded(run, () -> took(run, progress, page));
              }
            },
            failure -> {
              if (run.wanted().getAsBoolean()) {
                failed(run, progress, failure);
              }
            });
  }

  private void took(Run run, @Nullable SnapshotProgress before, Page answer) {
    if (!Objects.equals(before, written)) {
      throw new IllegalStateException("a page of a snapshot whose last page was not written");
    }
    SnapshotPage page = answer.page();
    Position target = new Position(page.epoch(), page.schema(), page.scopeVersion(), page.head());
    SnapshotProgress base = before;
    if (base == null) {
      base = new SnapshotProgress(target, null, intake.nextGeneration(), page.totalTickets());
    } else if (!base.target().equals(target)) {
      restart(run, "the server has another log or scope now");
      return;
    }
    SnapshotProgress after =
        new SnapshotProgress(
            target,
            // The last page keeps its cursor: after a crash it is simply fetched again.
            page.next() == null ? base.next() : page.next(),
            base.generation(),
            page.totalTickets());
    if (page.next() != null) {
      // On its way while this one is written; what it brings is looked at afterwards.
      next(run, after);
    }
    intake.applyPage(answer.batch(), after);
    written = after;
    if (page.next() == null) {
      intake.finishSnapshot(after);
      run.done().accept(target);
    }
  }

  private void failed(Run run, @Nullable SnapshotProgress progress, Exception failure) {
    boolean cursorRefused =
        progress != null
            && failure instanceof Refused refused
            && (refused.code() == ErrorCode.RESYNC
                || refused.code() == ErrorCode.VALIDATION_FAILED);
    if (cursorRefused) {
      restart(run, "the server does not know its page any more");
    } else {
      run.failed().accept(failure);
    }
  }

  private void restart(Run run, String why) {
    if (++restarts > RESTARTS) {
      run.failed().accept(new SyncException(SyncException.Reason.INTERNAL, "No snapshot: " + why));
      return;
    }
    core.incidents().note("A snapshot begins anew: {}", why);
    written = null;
    next(run, null);
  }

  private static void guarded(Run run, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException failure) {
      run.failed().accept(failure);
    }
  }
}
