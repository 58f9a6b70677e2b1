package io.deskhand.sim;

import java.util.SplittableRandom;
import java.util.UUID;

/** Carries out the steps in which something breaks. */
final class Faults {
  private static final int LONGEST_AWAY_MILLIS = 90_000;
  private static final int LONGEST_FULL_MILLIS = 20_000;
  private static final int LONGEST_ANSWER_MILLIS = 40_000;
  private static final int LONGEST_STOP_MILLIS = 20_000;
  private static final int SOON_MILLIS = 1_000;
  private final Run run;
  private final Wishes wishes;

  Faults(Run run, Wishes wishes) {
    this.run = run;
    this.wishes = wishes;
  }

  void network(Step step, Link link, SplittableRandom dice) {
    Weather weather = link.weather;
    switch (step.kind()) {
      case CUT -> {
        weather.up = false;
        weather.down = false;
        weather.refusing = dice.nextBoolean();
        if (weather.refusing) {
          link.reset();
        }
      }
      case ONE_WAY -> {
        weather.up = dice.nextBoolean();
        weather.down = !weather.up;
      }
      case RESET -> link.reset();
      case STORM -> {
        weather.refusing = true;
        weather.lostRequests = dice.nextInt(30);
        weather.lostAnswers = dice.nextInt(60);
        weather.badGateways = dice.nextInt(20);
        weather.busy = dice.nextInt(40);
        weather.repeatedRequests = dice.nextInt(60);
        weather.lostFrames = dice.nextInt(30);
        weather.repeatedFrames = dice.nextInt(60);
        weather.swappedFrames = dice.nextInt(40);
      }
      case FLAP -> {
        for (int i = 0; i < 10; i++) {
          run.world.after(dice.nextInt(8_000), link::reset);
        }
      }
      case SLOW -> weather.latencyMillis = 5 + dice.nextInt(3_000);
      default -> weather.clear();
    }
  }

  void program(Step step, Run.Seat seat, SplittableRandom dice) {
    SimConsole console = seat.console();
    if (step.kind() == Step.Kind.SKEW) {
      console.skew(dice.nextInt(-600_000, 600_000));
      return;
    }
    if (!console.isRunning()) {
      run.open(seat);
      return;
    }
    switch (step.kind()) {
      case SLEEP -> console.sleep(dice.nextInt(LONGEST_AWAY_MILLIS));
      case DISK_FULL -> console.fillDisk(dice.nextInt(LONGEST_FULL_MILLIS));
      case OPEN_TWICE -> console.openTwice();
      default -> ends(step, seat, dice);
    }
  }

  private void ends(Step step, Run.Seat seat, SplittableRandom dice) {
    SimConsole console = seat.console();
    switch (step.kind()) {
      case KILL_WHILE_WRITING -> console.killAfter(1 + dice.nextInt(30));
      case LAST_WORDS -> lastWords(seat, dice);
      case UPGRADE -> console.upgrade();
      case QUIT -> console.close();
      case CORRUPT -> console.corrupt(dice);
      default -> console.kill();
    }
    run.world.after(dice.nextInt(LONGEST_AWAY_MILLIS), () -> backAgain(seat));
  }

  /** The person sends something, and a moment later the machine is off. */
  private void lastWords(Run.Seat seat, SplittableRandom dice) {
    Step.Kind what =
        switch (dice.nextInt(3)) {
          case 0 -> Step.Kind.SAY;
          case 1 -> Step.Kind.SAY_WITH_FILES;
          default -> Step.Kind.RENAME;
        };
    wishes.carryOut(what, seat, dice);
    run.world.after(
        dice.nextInt(4),
        () -> {
          if (seat.console().isRunning()) {
            seat.console().kill();
          }
        });
  }

  private void backAgain(Run.Seat seat) {
    if (!seat.console().isRunning()) {
      run.open(seat);
    }
  }

  void backend(Step step, SplittableRandom dice) {
    if (!run.server.isUp()) {
      return;
    }
    switch (step.kind()) {
      case BACKUP -> run.server.backUp();
      case RESTORE -> restore(dice);
      case SERVER_KILL -> {
        run.server.kill();
        everybodyFallsOff();
        startAgain(dice);
      }
      default -> {
        run.server.stop();
        startAgain(dice);
      }
    }
  }

  private void restore(SplittableRandom dice) {
    if (run.server.isUp() && run.server.hasBackup()) {
      run.server.stop();
      run.server.restore(new UUID(dice.nextLong(), dice.nextLong()));
      run.restored();
      startAgain(dice);
    }
  }

  /** Somebody says something, has an answer, and the server forgets it before it is heard. */
  void forgotten(Run.Seat seat, SplittableRandom dice) {
    if (!run.server.isUp()) {
      return;
    }
    run.server.backUp();
    wishes.carryOut(dice.nextBoolean() ? Step.Kind.SAY : Step.Kind.RENAME, seat, dice);
    int soon = 1 + dice.nextInt(SOON_MILLIS);
    deaf(seat.console().link(), soon);
    run.world.after(soon, () -> restore(dice));
  }

  /** No frame comes to a console for so long. */
  void deaf(Link link, long millis) {
    int before = link.weather.lostFrames;
    link.weather.lostFrames = 100;
    run.world.after(
        millis,
        () -> {
          if (link.weather.lostFrames == 100) {
            link.weather.lostFrames = before;
          }
        });
  }

  void serverIsSlow(SplittableRandom dice) {
    run.server.slow(dice.nextInt(LONGEST_ANSWER_MILLIS));
    run.world.after(dice.nextInt(LONGEST_FULL_MILLIS), () -> run.server.slow(0));
  }

  private void startAgain(SplittableRandom dice) {
    run.world.after(dice.nextInt(LONGEST_STOP_MILLIS), this::upAgain);
  }

  private void upAgain() {
    if (!run.server.isUp()) {
      run.server.start();
    }
  }

  /** One of the two dies while it is asked something: before it has done it, or right after. */
  void onTheWay(Run.Seat seat, SplittableRandom dice) {
    if (dice.nextBoolean()) {
      wishes.carryOut(Step.Kind.SAY_WITH_FILES, seat, dice);
    }
    boolean done = dice.nextBoolean();
    int requests = 1 + dice.nextInt(5);
    if (dice.nextBoolean()) {
      long away = dice.nextInt(LONGEST_STOP_MILLIS);
      seat.console()
          .link()
          .dieAt(
              requests,
              done,
              () -> {
                run.server.kill();
                run.world.soon(this::everybodyFallsOff);
                run.world.after(away, this::upAgain);
              });
    } else {
      long away = dice.nextInt(LONGEST_AWAY_MILLIS);
      seat.console()
          .link()
          .dieAt(
              requests,
              done,
              () -> {
                seat.console().dieNow();
                run.world.after(away, () -> backAgain(seat));
              });
    }
  }

  private void everybodyFallsOff() {
    run.seats.forEach(seat -> seat.console().link().reset());
  }
}
