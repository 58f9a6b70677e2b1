package io.deskhand.sync.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what a process does. What runs out is not time, but time in which it could have worked:
 * what it used of the processors, and what nobody did. So a machine that is busy with other things
 * makes nobody give up, and a process that hangs or goes round in circles is noticed all the same.
 */
final class Patience {
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LONGEST_LOOK = LOOK.multipliedBy(4);
  private static final Duration POLL = Duration.ofMillis(2);
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final ProcessHandle worker;
  private final String what;
  private Duration spent = Duration.ZERO;
  private Object progress = "none";
  private long lookedAt = System.nanoTime();
  private Duration used;

  /** For something that {@code worker} is to do. */
  Patience(ProcessHandle worker, String what) {
    this.worker = worker;
    this.what = what;
    this.used = used();
  }

  /** For something that this process is to do. */
  static Patience here(String what) {
    return new Patience(ProcessHandle.current(), what);
  }

  /** Waits until something is so. */
  void until(BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      pause();
    }
  }

  /** Waits for what a stage brings. */
  <T> T get(CompletionStage<T> stage) throws Exception {
    until(stage.toCompletableFuture()::isDone);
    return stage.toCompletableFuture().get();
  }

  /** Waits until {@code assertion} holds; begins anew whenever {@code state} is another one. */
  void untilAsserted(Supplier<?> state, Runnable assertion) {
    while (true) {
      Object now = state.get();
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (!now.equals(progress)) {
          progress = now;
          spent = Duration.ZERO;
        }
        if (isOver()) {
          throw e;
        }
        pause();
      }
    }
  }

  private void pause() {
    if (isOver()) {
      throw new AssertionError(what + ": not after " + spent + " in which it could have been done");
    }
    LockSupport.parkNanos(POLL.toNanos());
    Duration since = Duration.ofNanos(System.nanoTime() - lookedAt);
    if (since.compareTo(LOOK) >= 0) {
      // What is longer is time in which this process was held, and the worker as well.
      look(since.compareTo(LONGEST_LOOK) < 0 ? since : LONGEST_LOOK);
    }
  }

  private void look(Duration since) {
    Duration now = used();
    // Of one that has ended nothing is known any more.
    Duration more = now.compareTo(used) > 0 ? now.minus(used) : Duration.ZERO;
    spent = spent.plus(share(since, MACHINE.getCpuLoad(), more));
    used = now;
    lookedAt = System.nanoTime();
  }

  /**
   * What of some time counts: all of it at most.
   *
   * @param load of the machine in it, from 0 to 1, with what the worker did
   * @param used what the worker had of the processors
   */
  static Duration share(Duration time, double load, Duration used) {
    Duration idle = Duration.ofNanos((long) (time.toNanos() * (1 - Math.clamp(load, 0, 1))));
    Duration counted = idle.plus(used);
    return counted.compareTo(time) < 0 ? counted : time;
  }

  private boolean isOver() {
    return spent.compareTo(MOST) >= 0;
  }

  private Duration used() {
    return worker.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
