package io.deskhand.sync.engine;

import io.deskhand.protocol.ScopeChecksum;
import io.deskhand.sync.Subscription;
import io.deskhand.sync.SyncHealth.Comparison;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.rest.DeskApi;
import io.deskhand.sync.rest.Refused;
import io.deskhand.sync.rest.SessionEnded;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Compares now and then what the copy adds up to with what the server's tickets add up to: that
 * everything was followed without a gap does not prove that both have the same. What differs is
 * told, and fetched anew. Both sides keep their sums row by row, so a comparison costs the same
 * whatever the number of tickets. Of the engine's thread.
 *
 * <p>The server's sum is one of a point of its log. The copy's is compared when it stands there, or
 * stands before it and the next change of the session's is behind it.
 */
final class ScopeWatch {
  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Duration BETWEEN_REFETCHES = Duration.ofHours(1);
  private static final int ATTEMPTS = 3;

  private final Core core;
  private final DeskApi api;
  private final ConfirmedCopy copy;
  private @Nullable Copyist copyist;
  private @Nullable Subscription timer;
  private @Nullable Position askedAt;
  private @Nullable ScopeChecksum expected;
  private @Nullable Instant refetchedAt;
  private @Nullable Comparison last;
  // What is to be done once the copy is at rest.
  private boolean asking;
  private boolean mending;
  private int run;
  private int attempts;
  private int compared;
  private int differed;

  /** Who keeps the copy up to date. */
  interface Copyist {
    /** Where the copy stands, if it is being followed and nothing is being fetched. */
    @Nullable Position resting();

    /** Fetches what there is. */
    void pull();

    /** Fetches the whole scope anew. */
    void refetch();
  }

  ScopeWatch(Core core, DeskApi api, ConfirmedCopy copy) {
    this.core = core;
    this.api = api;
    this.copy = copy;
  }

  /** The copy has reached the server's head, by whatever way. */
  void reached(Copyist keeper) {
    copyist = keeper;
    if (timer == null) {
      timer = core.thread().after(spread(FIRST), this::due);
    }
    goOn();
  }

  /** Nobody follows the server any more. */
  void stop() {
    run++;
    asking = false;
    forget();
    if (timer != null) {
      timer.close();
      timer = null;
    }
  }

  /** Compares as soon as the copy is at rest, if the server is there. */
  void compareNow() {
    if (timer != null) {
      timer.close();
      due();
    }
  }

  /** The last comparison; null before the first. */
  @Nullable Comparison last() {
    return last;
  }

  /** How often it was compared, and how often that showed a difference. */
  int compared() {
    return compared;
  }

  int differed() {
    return differed;
  }

  /**
   * The copy is about to move on from {@code from}.
   *
   * @param first the first change that is applied then
   * @param next where the copy stands then
   */
  void moving(Position from, long first, long next) {
    ScopeChecksum there = expected;
    if (there == null || there.head() >= next) {
      return;
    }
    if (isOfSameCopy(from) && from.cursor() <= there.head() && there.head() < first) {
      conclude(there);
    } else {
      forget();
      asking = true;
    }
    core.thread().execute(this::goOn);
  }

  private void due() {
    attempts = 0;
    asking = true;
    timer = core.thread().after(spread(EVERY), this::due);
    goOn();
  }

  private void goOn() {
    Copyist keeper = copyist;
    Position here = keeper == null ? null : keeper.resting();
    if (keeper == null || here == null) {
      return;
    }
    if (mending) {
      mending = false;
      keeper.refetch();
    } else if (asking) {
      asking = false;
      ask(here);
    } else if (expected != null) {
      compare(keeper, here, expected);
    }
  }

  private void ask(Position here) {
    if (!copy.isWhole() || attempts++ >= ATTEMPTS) {
      return;
    }
    int mine = ++run;
    askedAt = here;
    core.background()
        .run(
            () -> api.checksum(here.epoch(), here.scopeVersion()),
            answer -> {
              if (mine == run) {
                expected = answer;
                goOn();
              }
            },
            failure -> {
              if (mine == run) {
                notTold(failure);
              }
            });
  }

  /** No sum is no news: what stands behind that is told otherwise, and the next turn asks again. */
  private void notTold(Exception failure) {
    forget();
    boolean usual =
        failure instanceof IOException
            || failure instanceof Refused
            || failure instanceof SessionEnded;
    if (!usual) {
      core.incidents().unexpected(failure);
    }
  }

  private void compare(Copyist keeper, Position here, ScopeChecksum there) {
    if (!isOfSameCopy(here) || here.cursor() > there.head()) {
      forget();
      asking = true;
      goOn();
    } else if (here.cursor() == there.head()) {
      conclude(there);
      goOn();
    } else if (attempts++ < ATTEMPTS) {
      keeper.pull();
    } else {
      forget();
    }
  }

  private boolean isOfSameCopy(Position here) {
    Position asked = askedAt;
    return asked != null && asked.at(here.cursor()).equals(here);
  }

  private void conclude(ScopeChecksum there) {
    forget();
    ScopeChecksum here = copy.checksum(there.head());
    Comparison result =
        new Comparison(
            core.clock().instant(), there.head(), here.count(), there.count(), here.equals(there));
    last = result;
    compared++;
    if (!result.equal()) {
      differed++;
      mend(result);
    }
  }

  private void mend(Comparison difference) {
    Instant before = refetchedAt;
    boolean again = before != null && before.plus(BETWEEN_REFETCHES).isAfter(difference.at());
    core.incidents()
        .note(
            "The copy differed from the server: {} tickets here, {} there, at {}. {}",
            difference.here(),
            difference.there(),
            difference.head(),
            again ? "It was fetched anew not long ago" : "It is fetched anew");
    if (!again) {
      refetchedAt = difference.at();
      mending = true;
      // And then compared once more.
      asking = true;
      attempts = 0;
    }
  }

  private void forget() {
    expected = null;
    askedAt = null;
  }

  /** Between one and two times {@code least}, so that consoles do not all ask at once. */
  private Duration spread(Duration least) {
    return least.plusMillis(core.random().nextLong(least.toMillis()));
  }
}
