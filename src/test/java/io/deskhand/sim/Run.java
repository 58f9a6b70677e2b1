package io.deskhand.sim;

import io.deskhand.model.Agent;
import io.deskhand.server.store.MemoryStore;
import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.PendingIntent.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** One run: a desk, its consoles, what is done to them, and in the end whether all is well. */
final class Run {
  private static final int LOOK_EVERY_MILLIS = 500;
  private static final int AFTERMATH_MILLIS = 1_000;
  private static final int HEALING_MILLIS = 15 * 60_000;
  private static final int QUIET_MILLIS = 40_000;

  final World world = new World();
  final SimServer server;
  final List<Seat> seats = new ArrayList<>();
  final Set<UUID> deleted = new HashSet<>();
  final Outsiders outsiders;
  final Papers papers;
  private final String store;
  private final List<Violation> overheard = new ArrayList<>();
  int epoch;

  /** A console with what is known of it from outside. */
  record Seat(SimConsole console, Book book, Watch watch) {}

  /**
   * @param folder where nothing is yet
   */
  Run(Template template, Path folder, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    store = "memFS:" + folder;
    template.copyTo(folder, store);
    server =
        new SimServer(world, dice.split(), template.passwords(), folder.resolve("server"), store);
    for (Agent agent : People.AT_CONSOLES) {
      Watch watch = new Watch(server, agent);
      SimConsole.Place place =
          new SimConsole.Place(world, server, dice.split(), folder.resolve(agent.name()));
      SimConsole console =
          new SimConsole(place, agent, (text, waited) -> hold(() -> watch.overhear(text, waited)));
      seats.add(new Seat(console, new Book(), watch));
    }
    outsiders = new Outsiders(server, template, dice.split());
    papers = new Papers(this, folder);
  }

  /** Keeps what {@code check} finds wrong until it is looked at, as nobody above would. */
  void hold(Runnable check) {
    try {
      check.run();
    } catch (Violation violation) {
      overheard.add(violation);
    }
  }

  /** Carries the steps out and checks everything. */
  void play(List<Step> steps) {
    try {
      server.start();
      seats.forEach(this::open);
      Play play = new Play(this);
      for (Step step : steps) {
        until(step.at());
        world.trace().note(world.now(), "step", step.kind() + " " + step.salt());
        play.carryOut(step);
      }
      until(world.now() + AFTERMATH_MILLIS);
      heal();
      new Reckoning(this).check();
    } finally {
      end();
    }
  }

  /** Has everybody at their desk, and then does {@code what}. */
  void scene(Runnable what) {
    try {
      server.start();
      seats.forEach(this::open);
      world.run(5_000);
      what.run();
    } finally {
      end();
    }
  }

  void open(Seat seat) {
    seat.console().open();
    seat.console().resume();
  }

  private void until(long at) {
    while (world.now() < at) {
      world.run(Math.min(LOOK_EVERY_MILLIS, at - world.now()));
      look();
    }
  }

  private void look() {
    seats.forEach(seat -> seat.watch().look(seat.console(), deleted));
    if (!overheard.isEmpty()) {
      throw overheard.getFirst();
    }
  }

  /**
   * The server is what it was at its backup: what has left an outbox by now is forgotten, what is
   * in one is not.
   */
  void restored() {
    epoch++;
    deleted.clear();
    for (Seat seat : seats) {
      Desk desk = seat.console().desk();
      if (desk != null) {
        seat.book().restored(desk.outbox().get(), epoch);
      }
    }
  }

  /** Makes everything whole again, and waits until nothing is left to do. */
  private void heal() {
    if (!server.isUp()) {
      server.start();
    }
    server.slow(0);
    for (Seat seat : seats) {
      seat.console().link().calm();
      SimDisk.free(seat.console().path());
      SimDisk.unwatch(seat.console().path());
      if (!seat.console().isRunning()) {
        open(seat);
      }
    }
    long end = world.now() + HEALING_MILLIS;
    long quietSince = world.now();
    world.after(HEALING_MILLIS / 3, () -> world.trace().note(world.now(), "run", unrest()));
    while (world.now() - quietSince < QUIET_MILLIS) {
      if (world.now() > end) {
        throw new Violation("does not come to rest: " + unrest());
      }
      world.run(LOOK_EVERY_MILLIS);
      look();
      if (!tend()) {
        quietSince = world.now();
      }
    }
  }

  /** Does what a person would; whether there was nothing to do and all is quiet. */
  private boolean tend() {
    boolean quiet = true;
    for (Seat seat : seats) {
      quiet &= tend(seat);
    }
    return quiet;
  }

  private boolean tend(Seat seat) {
    SimConsole console = seat.console();
    if (console.desk() == null) {
      return false;
    }
    switch (console.state().phase()) {
      case SIGNED_OUT -> console.signIn();
      case SWITCHED_OFF -> console.desk().setOffline(false);
      default -> {}
    }
    List<PendingIntent> outbox = console.desk().outbox().get();
    // What was refused is in nobody's way: it is put away when nothing else is left.
    boolean onlyRefused = outbox.stream().allMatch(PendingIntent::isRefused);
    for (PendingIntent intent : outbox) {
      if (intent.state() == State.HELD) {
        console.desk().retry(intent.id());
      } else if (onlyRefused) {
        drop(seat, intent);
      }
    }
    return outbox.isEmpty()
        && console.state().phase() == ConnectionState.Phase.LIVE
        && console.state().pending() == 0;
  }

  /** The person has seen that it was refused, and puts it away. */
  void drop(Seat seat, PendingIntent intent) {
    world.trace().note(world.now(), seat.console().who().name(), "drops: " + intent.why());
    String why = String.valueOf(intent.why());
    if (why.contains("attachment") || why.contains(Link.BUSY)) {
      throw new Violation("is refused for what passes: " + intent);
    }
    seat.console().desk().discard(intent.id()).thenRun(() -> seat.book().dropped(intent.id()));
  }

  /** Somebody writes a draft in the place of the one that is there. */
  void write(Seat seat, Desk desk, Drafts.Draft draft) {
    List<OutgoingFile> before =
        desk.drafts().of(draft.ticketId()).map(Drafts.Draft::files).orElse(List.of());
    var _ =
        desk.drafts()
            .save(draft)
            .whenComplete(
                (saved, failure) -> {
                  if (failure != null) {
                    Papers.putAway(desk, draft.files());
                  } else if (seat.console().desk() == desk) {
                    seat.book().drafted(draft.ticketId(), draft.text());
                    Papers.putAway(desk, before);
                  }
                });
  }

  private String unrest() {
    StringBuilder words = new StringBuilder();
    for (Seat seat : seats) {
      words.append(seat.console().who().name()).append(' ');
      if (seat.console().desk() == null) {
        words.append("is not signed in");
      } else {
        words.append(seat.console().state()).append(' ');
        words.append(seat.console().desk().outbox().get());
      }
      words.append("; ");
    }
    return words.toString();
  }

  private void end() {
    for (Seat seat : seats) {
      if (seat.console().isRunning()) {
        seat.console().discard();
      }
    }
    server.close();
    MemoryStore.delete(store + "-0");
  }
}
