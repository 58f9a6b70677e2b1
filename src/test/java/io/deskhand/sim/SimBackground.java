package io.deskhand.sim;

import io.deskhand.server.rounds.Background;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What a server does without being asked, on the world's time and its one thread. */
final class SimBackground implements Background {
  /** Rounds look for what is due: how late they notice is nothing that anybody relies on. */
  private static final long SHORTEST_ROUND_MILLIS = 3_000;

  private final World world;
  private final SimServer server;

  SimBackground(World world, SimServer server) {
    this.world = world;
    this.server = server;
  }

  @Override
  public ScheduledExecutorService timer(String name) {
    return new SimTimer(world, server::act, name.equals("live") ? 0 : SHORTEST_ROUND_MILLIS);
  }

  @Override
  public ExecutorService workers() {
    return new Workers();
  }

  /** Takes a task when its turn comes, and at once what that hands out and waits for. */
  private final class Workers extends AbstractExecutorService {
    private boolean busy;
    private boolean closed;

    @Override
    public void execute(Runnable task) {
      if (busy) {
        task.run();
      } else {
        world.after(0, () -> turn(task));
      }
    }

    private void turn(Runnable task) {
      if (!closed) {
        busy = true;
        try {
          server.act(task);
        } finally {
          busy = false;
        }
      }
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
  }
}
