package io.deskhand.sim;

import io.deskhand.model.Agent;
import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.Desk;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.cache.AgedFiles;
import io.deskhand.sync.cache.Profile;
import io.deskhand.sync.cache.Profiles;
import io.deskhand.sync.engine.BareConsole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Somebody's console: its runs one after the other on what each has left on the disk. */
final class SimConsole {
  private static final URI SERVER = URI.create("http://localhost:1");
  private final Place place;
  private final Agent who;
  private final Link link;
  private final List<LiveTicket> open = new ArrayList<>();
  private int folder;
  private long skew;
  private boolean remade;
  private SimProcess process;
  private BareConsole bare;
  private Desk desk;
  private LiveQueue queue;

  /**
   * Where it is.
   *
   * @param profile the folder of its first run ends with -0
   */
  record Place(World world, SimServer server, SplittableRandom dice, Path profile) {}

  SimConsole(Place place, Agent who, Link.Eavesdropper ear) {
    this.place = place;
    this.who = who;
    this.link = new Link(place.world(), place.server(), place.dice().split(), who.name(), ear);
  }

  Agent who() {
    return who;
  }

  Link link() {
    return link;
  }

  /** Whether the program runs. */
  boolean isRunning() {
    return process != null && !process.isDead();
  }

  /** The desk; null while it does not run, sleeps, or nobody is signed in. */
  Desk desk() {
    return isRunning() && !process.isAsleep() ? desk : null;
  }

  LiveQueue queue() {
    return queue;
  }

  List<LiveTicket> openTickets() {
    return open;
  }

  List<String> incidents() {
    return bare.accounts().incidents().get();
  }

  void skew(long millis) {
    skew = millis;
  }

  Path path() {
    return Path.of(place.profile() + "-" + folder);
  }

  /** Some of the copy's bytes are others when it starts again. */
  void corrupt(SplittableRandom noise) {
    kill();
    remade = true;
    SimDisk.spoil(path().resolve("cache.mv.db"), noise);
  }

  /** Starts the program. */
  void open() {
    note("starts");
    process = new SimProcess(place.world(), place.dice().split());
    Clock clock = place.world().clock(() -> skew);
    SimProcess mine = process;
    bare =
        new BareConsole(
            new BareConsole.Surroundings(
                process,
                () -> link.http(mine),
                listener -> link.live(mine, listener),
                clock,
                new Random(place.dice().nextLong())),
            incidents -> Profiles.open(path(), SimDisk.SCHEME + ":", clock, incidents));
  }

  /** Goes on with the session that is on disk. */
  void resume() {
    bare.accounts().resume().thenAccept(found -> found.ifPresent(this::use));
  }

  /** Signs in with the password. */
  void signIn() {
    note("signs in");
    bare.accounts().signIn(SERVER, who.email(), People.PASSWORD).thenAccept(this::use);
  }

  private void use(Desk opened) {
    open.clear();
    desk = opened;
    queue = opened.queue(TicketQuery.ALL);
  }

  /** Ends the program properly; H2 tidies its files up then, for as long as it likes to. */
  void close() {
    note("ends");
    remade = true;
    SimDisk.free(path());
    end(path());
    link.reset();
  }

  /** Ends it for good: nobody looks at its files any more. */
  void discard() {
    process.kill();
    SimDisk.fill(path());
    end(path());
  }

  /** Ends it as {@code kill -9} does: what goes on is what the disk has now. */
  void kill() {
    note("is killed");
    Path before = path();
    crash();
    end(before);
    link.reset();
  }

  /**
   * The same after so many writes to the disk, wherever they are; at once where the files are new
   * or tidied up, as their writes depend on the speed of the machine (see {@link AgedFiles}).
   */
  void killAfter(int writes) {
    if (remade || !incidents().isEmpty()) {
      kill();
      return;
    }
    int[] left = {writes};
    Path mine = path();
    SimDisk.watch(
        mine,
        () -> {
          if (--left[0] == 0) {
            SimDisk.unwatch(mine);
            note("is killed while it writes");
            dieNow();
          }
        });
  }

  /** The same in the middle of what it does, which then has no effect any more. */
  void dieNow() {
    Path before = path();
    crash();
    place
        .world()
        .soon(
            () -> {
              end(before);
              link.reset();
            });
  }

  private void crash() {
    Path before = path();
    folder++;
    Template.copy(before, path());
    // What is closed there is not to spend time on it.
    SimDisk.fill(before);
    process.kill();
  }

  private void end(Path files) {
    SimDisk.unwatch(files);
    bare.accounts().close();
    SimDisk.free(files);
    process.kill();
    desk = null;
    open.clear();
  }

  /** Its machine sleeps; the network goes on without it. */
  void sleep(long millis) {
    note("sleeps");
    process.sleep(millis);
  }

  /** There is no room on its disk. */
  void fillDisk(long millis) {
    note("has a full disk");
    Path mine = path();
    SimDisk.fill(mine);
    place.world().after(millis, () -> SimDisk.free(mine));
  }

  /** Starts the program once more beside the one that runs. */
  void openTwice() {
    try (Profile second =
        Profiles.open(path(), SimDisk.SCHEME + ":", place.world().clock(() -> 0), what -> {})) {
      throw new Violation(who.name() + ": a second program has the profile open: " + second);
    } catch (SyncException refused) {
      if (refused.reason() != SyncException.Reason.PROFILE_IN_USE) {
        throw refused;
      }
    }
  }

  /** Another version of the program comes, whose copy has another shape. */
  void upgrade() {
    close();
    remade = true;
    Profiles.reshape(path(), SimDisk.SCHEME + ":");
  }

  ConnectionState state() {
    return desk.connection().get();
  }

  private void note(String what) {
    place.world().trace().note(place.world().now(), who.name(), what);
  }
}
