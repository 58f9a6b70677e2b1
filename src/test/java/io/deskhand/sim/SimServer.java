package io.deskhand.sim;

import io.deskhand.model.Ids;
import io.deskhand.protocol.Routes;
import io.deskhand.server.app.BareServer;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.live.Door;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.MemoryStore;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.StoredFile;
import io.deskhand.sync.rest.Transport.Answer;
import io.deskhand.sync.rest.Transport.Ask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The server of a run, from one start to the next. Its ledger and index have threads of their own;
 * whoever calls it waits until they have come to rest, so that nothing of them is left to chance.
 */
final class SimServer {
  private final World world;
  private final SplittableRandom dice;
  private final Path directory;
  private final String name;
  private final Clock clock;
  private final ServerFiles files;
  private final Passwords passwords;
  private final Thread owner = Thread.currentThread();
  private final List<Runnable> mine = new ArrayList<>();
  private final List<Runnable> told = new ArrayList<>();
  private final Object gate = new Object();
  private int life;
  private int starts;
  private int forgotten;
  private String backup;
  private long slowMillis;
  private BareServer server;
  private Telling telling;

  /**
   * @param passwords shared by all, as they are slow to make
   * @param name of the database's file in memory, which is there already
   */
  SimServer(World world, SplittableRandom dice, Passwords passwords, Path directory, String name) {
    this.world = world;
    this.dice = dice;
    this.directory = directory;
    this.name = name;
    this.passwords = passwords;
    this.clock = world.clock(() -> 0);
    this.files = new ServerFiles(directory);
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

  /** Whether it was restored since that start: nothing of what it told then is on its way now. */
  boolean isForgotten(int start) {
    return start <= forgotten;
  }

  Ledger ledger() {
    return server.ledger();
  }

  void start() {
    starts++;
    Ids ids = new Ids(clock, new java.util.Random(dice.nextLong()));
    Store store = MemoryStore.open(directory, location(), clock, ids);
    telling = new Telling(store.ledger());
    server = new BareServer(store, passwords, directory, clock, new SimBackground(world, this));
    telling.follow();
    note("starts, at " + server.ledger().head());
  }

  /** Stops it; everybody who is connected is told. */
  void stop() {
    note("stops");
    end();
    deliver();
  }

  /** As {@code kill -9} does. */
  void kill() {
    note("is killed");
    MemoryStore.copy(location(), location(life + 1));
    end();
    forget();
    MemoryStore.delete(location());
    life++;
  }

  void backUp() {
    note("is backed up");
    backup = name + "-backup";
    MemoryStore.copy(location(), backup);
    files.backUp();
  }

  boolean hasBackup() {
    return backup != null;
  }

  /** Goes on with what {@link #backUp} has kept, while it is stopped. */
  void restore(UUID epoch) {
    note("is restored");
    forgotten = starts;
    MemoryStore.delete(location());
    life++;
    MemoryStore.copy(backup, location());
    MemoryStore.renewEpoch(location(), epoch);
    files.restore();
  }

  /** Ends for good. */
  void close() {
    if (server != null) {
      end();
    }
    MemoryStore.delete(location());
    if (backup != null) {
      MemoryStore.delete(backup);
    }
  }

  /** How long it takes for an answer. */
  long slowMillis() {
    return slowMillis;
  }

  /** From now on its answers take {@code millis}, as when somebody holds its database up. */
  void slow(long millis) {
    slowMillis = millis;
  }

  /** Answers a request. */
  Answer answer(Ask ask) {
    Answer answer = rest(() -> ServletCall.run(server.servlet(), ask));
    if (ask.method().equals("PATCH") && ask.path().startsWith(Routes.ATTACHMENTS)) {
      files.dateParts(clock.instant());
    }
    return answer;
  }

  /** Whether all of a file that a message carries is there. */
  boolean has(UUID file) {
    return ledger()
        .read(view -> view.attachments().find(file))
        .filter(StoredFile::isWhole)
        .filter(files::has)
        .isPresent();
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

  private void end() {
    BareServer old = server;
    server = null;
    telling.open();
    old.close();
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
      telling.settle();
    }
    deliver();
    return result;
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
