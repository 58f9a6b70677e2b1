package io.deskhand.sim;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A scheduler on the world's time, for what a server does without being asked. */
final class SimTimer extends AbstractExecutorService implements ScheduledExecutorService {
  private final World world;
  private final Consumer<Runnable> around;
  private final long shortest;
  private boolean closed;

  /**
   * @param around runs each task, and what has to be done with it
   * @param shortest the shortest period in milliseconds: a shorter one becomes that
   */
  SimTimer(World world, Consumer<Runnable> around, long shortest) {
    this.shortest = shortest;
    this.world = world;
    this.around = around;
  }

  @Override
  public void execute(Runnable task) {
    plan(0, task);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    Planned<Object> planned = new Planned<>(task);
    plan(unit.toMillis(delay), planned);
    return planned;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long first, long period, TimeUnit unit) {
    Planned<Object> planned = new Planned<>(() -> {});
    again(planned, unit.toMillis(first), Math.max(shortest, unit.toMillis(period)), task);
    return planned;
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long first, long delay, TimeUnit unit) {
    return scheduleAtFixedRate(task, first, delay, unit);
  }

  private void again(Planned<?> planned, long delay, long period, Runnable task) {
    world.after(
        delay,
        () -> {
          if (!closed && !planned.isCancelled()) {
            around.accept(task);
            again(planned, period, period, task);
          }
        });
  }

  private void plan(long delay, Runnable task) {
    world.after(
        delay,
        () -> {
          if (!closed) {
            around.accept(task);
          }
        });
  }

  @Override
  public void shutdown() {
    closed = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    closed = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return closed;
  }

  @Override
  public boolean isTerminated() {
    return closed;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return closed;
  }

  private static final class Planned<V> extends FutureTask<V>
      implements RunnableScheduledFuture<V> {
    Planned(Runnable task) {
      super(task, null);
    }

    @Override
    public boolean isPeriodic() {
      return false;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }
  }
}
