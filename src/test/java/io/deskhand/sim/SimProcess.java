package io.deskhand.sim;

import io.deskhand.sync.Subscription;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.flow.Threads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * One run of a program on the world's time, until it is killed. Its threads are turns on the one
 * thread that there is: each takes its tasks in order, and how they interleave is diced.
 */
final class SimProcess implements Threads {
  private static final int LONGEST_TURN_MILLIS = 3;

  /** What is made to search by takes a fifth of a run's time: one of so many has it. */
  private static final int SEARCHING_EACH = 4;

  private final World world;
  private final SplittableRandom dice;
  private final boolean searches;
  private boolean dead;
  private boolean busy;
  private long wakesAt;

  SimProcess(World world, SplittableRandom dice) {
    this.world = world;
    this.dice = dice;
    this.searches = dice.nextInt(SEARCHING_EACH) == 0;
  }

  boolean isDead() {
    return dead;
  }

  /** From now on it does nothing any more. */
  void kill() {
    dead = true;
  }

  /** Plans something that only happens while this lives. */
  void after(long millis, Runnable what) {
    world.after(millis, () -> awake(what));
  }

  private void awake(Runnable what) {
    if (world.now() < wakesAt) {
      world.after(wakesAt - world.now(), () -> awake(what));
    } else if (!dead) {
      what.run();
    }
  }

  /** Has everything stand still, as when the lid is shut. */
  void sleep(long millis) {
    wakesAt = world.now() + millis;
  }

  boolean isAsleep() {
    return world.now() < wakesAt;
  }

  @Override
  public SerialThread serial(String name, Consumer<Throwable> failures) {
    return name.equals("deskhand-search") && !searches ? new Starved() : new Serial(failures);
  }

  @Override
  public void start(String name, Runnable task) {
    after(dice.nextInt(LONGEST_TURN_MILLIS), task);
  }

  private final class Serial implements SerialThread {
    private final Consumer<Throwable> failures;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean closed;

    Serial(Consumer<Throwable> failures) {
      this.failures = failures;
    }

    @Override
    public void execute(Runnable task) {
      if (world.isLagging()) {
        SimProcess.this.after(0, () -> arrived(task));
      } else {
        arrived(task);
      }
    }

    private void arrived(Runnable task) {
      if (!closed) {
        waiting.add(task);
        SimProcess.this.after(dice.nextInt(LONGEST_TURN_MILLIS), this::turn);
      }
    }

    private void turn() {
      Runnable next = waiting.poll();
      if (next != null) {
        run(next);
      }
    }

    private void run(Runnable task) {
      boolean before = busy;
      busy = true;
      try {
        task.run();
      } catch (Throwable failure) {
        failures.accept(failure);
      } finally {
        busy = before;
      }
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
      boolean[] off = {false};
      SimProcess.this.after(
          delay.toMillis(),
          () ->
              arrived(
                  () -> {
                    if (!off[0]) {
                      task.run();
                    }
                  }));
      return () -> off[0] = true;
    }

    /** Whoever calls from outside waits for it; another of the threads goes on meanwhile. */
    @Override
    public <T> CompletableFuture<T> call(Callable<T> task) {
      CompletableFuture<T> result = new CompletableFuture<>();
      if (closed) {
        result.completeExceptionally(new RejectedExecutionException("closed"));
        return result;
      }
      Runnable run =
          () -> {
            try {
              result.complete(task.call());
            } catch (Throwable failure) {
              result.completeExceptionally(failure);
            }
          };
      if (busy) {
        execute(run);
      } else {
        drain();
        run(run);
      }
      return result;
    }

    private void drain() {
      while (!waiting.isEmpty()) {
        turn();
      }
    }

    @Override
    public void close() {
      drain();
      closed = true;
    }
  }

  /** A thread that never gets its turn. */
  private static final class Starved implements SerialThread {
    @Override
    public void execute(Runnable task) {}

    @Override
    public Subscription after(Duration delay, Runnable task) {
      return () -> {};
    }

    @Override
    public <T> CompletableFuture<T> call(Callable<T> task) {
      return new CompletableFuture<>();
    }

    @Override
    public void close() {}
  }
}
