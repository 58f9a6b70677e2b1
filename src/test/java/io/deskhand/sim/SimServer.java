package io.deskhand.sim;

import io.deskhand.model.Ids;
import io.deskhand.server.app.BareServer;
import io.deskhand.server.live.Door;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.MemoryStore;
import io.deskhand.sync.rest.Transport.Answer;
import io.deskhand.sync.rest.Transport.Ask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The server of a run, from one start to the next. Its ledger and index have threads of their own;
 * whoever calls it waits until they have come to rest, so that nothing of them is left to chance.
 */
final class SimServer {
  private static final long PATIENCE_SECONDS = 20;
  private final World world;
  private final SplittableRandom dice;
  private final Path directory;
  private final String name;
  private final Clock clock;
  private final Thread owner = Thread.currentThread();
  private final List<Runnable> mine = new ArrayList<>();
  private final List<Runnable> told = new ArrayList<>();
  private final Object gate = new Object();
  private long reached;
  private int life;
  private int starts;
  private String backup;
  private BareServer server;

  /**
   * @param name of the database's file in memory, which is there already
   */
  SimServer(World world, SplittableRandom dice, Path directory, String name) {
    this.world = world;
    this.dice = dice;
    this.directory = directory;
    this.name = name;
    this.clock = world.clock(() -> 0);
  }

  boolean isUp() {
    return server != null;
  }

  Clock clock() {
    return clock;
  }

  /** Which start this is: a socket of an earlier one is gone. */
  int starts() {
    return starts;
  }

  Ledger ledger() {
    return server.ledger();
  }

  void start() {
    starts++;
    Ids ids = new Ids(clock, new java.util.Random(dice.nextLong()));
    SimTimer timer = new SimTimer(world, task -> rest(voided(task)));
    server =
        new BareServer(
            MemoryStore.open(directory, location(), clock, ids), directory, clock, timer);
    synchronized (gate) {
      reached = server.ledger().head();
    }
    server
        .ledger()
        .onCommit(
            commit -> {
              synchronized (gate) {
                reached = commit.tx();
                gate.notifyAll();
              }
            });
    note("starts, at " + server.ledger().head());
  }

  /** Stops it; everybody who is connected is told. */
  void stop() {
    note("stops");
    BareServer old = server;
    server = null;
    old.close();
    deliver();
  }

  /** As {@code kill -9} does. */
  void kill() {
    note("is killed");
    MemoryStore.copy(location(), location(life + 1));
    BareServer old = server;
    server = null;
    forget();
    old.close();
    forget();
    MemoryStore.delete(location());
    life++;
  }

  void backUp() {
    note("is backed up");
    backup = name + "-backup";
    MemoryStore.copy(location(), backup);
  }

  boolean hasBackup() {
    return backup != null;
  }

  /** Goes on with what {@link #backUp} has kept, while it is stopped. */
  void restore(UUID epoch) {
    note("is restored");
    MemoryStore.delete(location());
    life++;
    MemoryStore.copy(backup, location());
    MemoryStore.renewEpoch(location(), epoch);
  }

  /** Ends for good. */
  void close() {
    if (server != null) {
      BareServer old = server;
      server = null;
      old.close();
    }
    MemoryStore.delete(location());
    if (backup != null) {
      MemoryStore.delete(backup);
    }
  }

  /** Answers a request. */
  Answer answer(Ask ask) {
    return rest(() -> ServletCall.run(server.servlet(), ask));
  }

  /** Lets a socket in. */
  Door.Seat open(Door.Peer peer) {
    return rest(() -> server.door().open(peer));
  }

  /** Does something with the server; {@link #later} has its effects come after it. */
  void act(Runnable task) {
    rest(voided(task));
  }

  /**
   * Keeps {@code effect} of what the server does until it has come to rest: may be called by any of
   * its threads.
   */
  void later(Runnable effect) {
    synchronized (gate) {
      (Thread.currentThread() == owner ? mine : told).add(effect);
    }
  }

  private static Supplier<Void> voided(Runnable task) {
    return () -> {
      task.run();
      return null;
    };
  }

  private <T> T rest(Supplier<T> task) {
    T result = task.get();
    if (server != null) {
      settle();
    }
    deliver();
    return result;
  }

  /** Waits until every commit has been told to all who listen. */
  private void settle() {
    long head = server.ledger().head();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (gate) {
      while (reached < head) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new IllegalStateException("the server does not come to rest");
        }
        try {
          gate.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private void deliver() {
    List<Runnable> effects = new ArrayList<>();
    synchronized (gate) {
      effects.addAll(mine);
      effects.addAll(told);
      mine.clear();
      told.clear();
    }
    effects.forEach(Runnable::run);
  }

  private void forget() {
    synchronized (gate) {
      mine.clear();
      told.clear();
    }
  }

  String location() {
    return location(life);
  }

  private String location(int number) {
    return name + "-" + number;
  }

  private void note(String what) {
    world.trace().note(world.now(), "server", what);
  }
}
