package io.deskhand.sync.engine;

import io.deskhand.protocol.Change;
import io.deskhand.protocol.ChangePage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.LiveChange;
import io.deskhand.protocol.SyncPoint;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.rest.DeskApi;
import io.deskhand.sync.rest.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the confirmed copy at the server's head. News come over the live connection; a gap, a
 * reconnect and a heartbeat that is ahead make it pull, and pulling alone would do. Of the engine's
 * thread.
 */
final class Feed implements ScopeWatch.Copyist {
  private static final int PAGE = 2_000;
  private static final int RESYNCS = 3;

  private final Core core;
  private final DeskApi api;
  private final Intake intake;
  private final Line line;
  private final Snapshot snapshot;
  private final ScopeWatch watch;
  private @Nullable Position position;
  // Answers that belong to an earlier run are dropped.
  private int run;
  private boolean following;
  private boolean fetching;
  private boolean again;
  private int resyncs;
  private long wanted;

  /** The connection, as the feed sees it. */
  interface Line {
    /** The copy is behind and being brought up. */
    void behind();

    /** The copy is at the server's head. */
    void current();

    /** This does not go on; {@code failure} says why. */
    void failed(Exception failure);
  }

  Feed(Core core, DeskApi api, Intake intake, ScopeWatch watch, Line line) {
    this.core = core;
    this.api = api;
    this.intake = intake;
    this.line = line;
    this.watch = watch;
    this.snapshot = new Snapshot(core, api, intake);
  }

  void load() {
    position = intake.position();
  }

  /** The cursor to subscribe with; null before the first snapshot. */
  @Nullable Long cursor() {
    return position == null ? null : position.cursor();
  }

  /** Connected: begins to follow the server, which is at {@code point}. */
  void follow(SyncPoint point) {
    following = true;
    wanted = point.head();
    if (fits(point.epoch(), point.schema(), point.scopeVersion())) {
      fetch();
    } else {
      takeSnapshot();
    }
  }

  /** Disconnected: whatever is under way is void. */
  void stop() {
    following = false;
    fetching = false;
    again = false;
    run++;
    watch.stop();
  }

  /** The server tells where it is. */
  void heartbeat(SyncPoint point) {
    if (!following || fetching) {
      wanted = Math.max(wanted, point.head());
    } else if (!fits(point.epoch(), point.schema(), point.scopeVersion())) {
      line.behind();
      takeSnapshot();
    } else if (point.head() > cursorOrZero() || intake.isOverdue()) {
      // Mostly changes that this session may not see; the cursor should not stay behind for that.
      wanted = point.head();
      fetch();
    }
  }

  /** One transaction, as it happened. */
  void change(LiveChange change) {
    if (!following) {
      return;
    }
    wanted = Math.max(wanted, change.seq());
    Position here = position;
    if (fetching || here == null || change.seq() <= here.cursor()) {
      return;
    }
    if (change.prev() > here.cursor()) {
      line.behind();
      fetch();
      return;
    }
    guarded(() -> apply(here, change.changes(), Batch.of(change.changes()), change.seq()));
  }

  @Override
  public @Nullable Position resting() {
    return following && !fetching ? position : null;
  }

  @Override
  public void refetch() {
    if (following && !fetching) {
      line.behind();
      takeSnapshot();
    }
  }

  /** Where the copy stands; null before the first snapshot. */
  @Nullable Position position() {
    return position;
  }

  /** The server's head, as far as it was told; 0 while it was not. */
  long head() {
    return wanted;
  }

  /** Fetches what is there, now or after what is being fetched. */
  @Override
  public void pull() {
    if (!following) {
      return;
    }
    if (fetching) {
      again = true;
    } else {
      fetch();
    }
  }

  private long cursorOrZero() {
    return position == null ? 0 : position.cursor();
  }

  private boolean fits(UUID epoch, int schema, long scopeVersion) {
    Position here = position;
    return here != null
        && here.epoch().equals(epoch)
        && here.schema() == schema
        && here.scopeVersion() == scopeVersion
        && !intake.snapshotUnderWay();
  }

  private void fetch() {
    intake.catchingUp();
    fetchPage();
  }

  private record Page(ChangePage page, Batch batch) {}

  private void fetchPage() {
    Position here = position;
    if (here == null) {
      takeSnapshot();
    } else {
      fetchPage(here);
    }
  }

  private void fetchPage(Position from) {
    fetching = true;
    int mine = run;
    core.background()
        .run(
            () -> {
              ChangePage page = api.changes(from.cursor(), PAGE, from.epoch(), from.scopeVersion());
              return new Page(page, Batch.of(page.changes()));
            },
            page -> {
              if (mine == run) {
                guarded(() -> fetched(from, page));
              }
            },
            failure -> {
              if (mine == run) {
                failed(failure);
              }
            });
  }

  private void fetched(Position asked, Page answer) {
    if (!asked.equals(position)) {
      throw new IllegalStateException("a page of changes whose last page was not written");
    }
    ChangePage page = answer.page();
    if (!fits(page.epoch(), page.schema(), page.scopeVersion())) {
      takeSnapshot();
      return;
    }
    Position next = asked.at(Math.max(page.next(), asked.cursor()));
    boolean progress = next.cursor() > asked.cursor();
    boolean more = page.more() || (progress && next.cursor() < wanted);
    if (more) {
      // On its way while this one is written.
      fetchPage(next);
    }
    if (progress) {
      apply(asked, page.changes(), answer.batch(), next.cursor());
    }
    if (!more) {
      reached();
    }
  }

  private void reached() {
    fetching = false;
    resyncs = 0;
    intake.caughtUp();
    line.current();
    if (again) {
      again = false;
      fetch();
    } else {
      watch.reached(this);
    }
  }

  private void takeSnapshot() {
    fetching = true;
    int mine = run;
    intake.snapshotBegins();
    snapshot.take(
        () -> mine == run,
        taken -> {
          position = taken;
          fetchPage();
        },
        this::failed);
  }

  private void apply(Position from, List<Change> changes, Batch batch, long next) {
    watch.moving(from, changes.isEmpty() ? Long.MAX_VALUE : changes.getFirst().seq(), next);
    intake.apply(batch, from.at(next));
    position = from.at(next);
  }

  private void failed(Exception failure) {
    if (failure instanceof Refused refused
        && refused.code() == ErrorCode.RESYNC
        && resyncs++ < RESYNCS) {
      takeSnapshot();
    } else {
      stop();
      line.failed(failure);
    }
  }

  /** A step that fails ends this run and what it has fetched; the next finds the same cursor. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException failure) {
      stop();
      line.failed(failure);
    }
  }
}
