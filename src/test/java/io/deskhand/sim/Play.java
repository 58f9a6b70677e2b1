package io.deskhand.sim;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SendMessage;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Carries steps out. */
final class Play {
  private static final int LONGEST_AWAY_MILLIS = 90_000;
  private static final int LONGEST_FULL_MILLIS = 20_000;
  private static final int LONGEST_ANSWER_MILLIS = 40_000;
  private final Run run;
  private final Wishes wishes;

  Play(Run run) {
    this.run = run;
    this.wishes = new Wishes(run);
  }

  void carryOut(Step step) {
    SplittableRandom dice = new SplittableRandom(step.salt());
    Run.Seat seat = run.seats.get(dice.nextInt(run.seats.size()));
    switch (step.kind()) {
      case OPEN, LEAVE, MARK_READ, TYPE, DRAFT, TEND, OFFLINE_SWITCH -> atTheDesk(step, seat, dice);
      case CUSTOMER_SAYS,
          CUSTOMER_ASKS,
          DESK_ASSIGNS,
          DESK_DELETES,
          DESK_MOVES_TICKET,
          DESK_MOVES_AGENT,
          DESK_CHANGES_ROLE,
          DESK_BULK ->
          others(step, seat, dice);
      case CUT, ONE_WAY, RESET, STORM, SLOW, FLAP, FAIR ->
          network(step, seat.console().link(), dice);
      case KILL,
          KILL_WHILE_WRITING,
          LAST_WORDS,
          QUIT,
          CORRUPT,
          SKEW,
          SLEEP,
          DISK_FULL,
          OPEN_TWICE,
          UPGRADE ->
          program(step, seat, dice);
      case TOKEN_ENDS -> run.world.leap(Duration.ofMinutes(11));
      case MONTH_AWAY -> run.world.leap(Duration.ofDays(30));
      case SERVER_SLOW -> serverIsSlow(dice);
      case SERVER_RESTART, SERVER_KILL, BACKUP, RESTORE -> backend(step, dice);
      default -> wishes.carryOut(step.kind(), seat, dice);
    }
  }

  private void atTheDesk(Step step, Run.Seat seat, SplittableRandom dice) {
    Desk desk = seat.console().desk();
    if (desk == null) {
      return;
    }
    List<LiveTicket> open = seat.console().openTickets();
    switch (step.kind()) {
      case OPEN -> wishes.anyTicket(seat, dice).ifPresent(id -> open.add(desk.open(id)));
      case LEAVE -> {
        if (!open.isEmpty()) {
          open.removeFirst().close();
        }
      }
      case MARK_READ -> open.forEach(LiveTicket::markRead);
      case TYPE -> open.forEach(ticket -> ticket.typing(true));
      case DRAFT -> wishes.anyTicket(seat, dice).ifPresent(id -> draft(seat, desk, id, dice));
      case TEND -> tend(seat, desk, dice);
      default -> desk.setOffline(dice.nextBoolean());
    }
  }

  private void draft(Run.Seat seat, Desk desk, UUID ticketId, SplittableRandom dice) {
    String text = "draft " + Long.toHexString(dice.nextLong());
    desk.drafts()
        .save(new Drafts.Draft(ticketId, text, 3, false, run.server.clock().instant()))
        .thenRun(
            () -> {
              if (seat.console().desk() == desk) {
                seat.book().drafted(ticketId, text);
              }
            });
  }

  private void tend(Run.Seat seat, Desk desk, SplittableRandom dice) {
    for (PendingIntent intent : desk.outbox().get()) {
      if (intent.isRefused()) {
        run.drop(seat, intent);
      } else if (intent.state() == PendingIntent.State.HELD) {
        if (dice.nextBoolean()) {
          desk.retry(intent.id());
        } else {
          desk.toDraft(intent.id()).thenRun(() -> seat.book().dropped(intent.id()));
        }
      }
    }
  }

  private void others(Step step, Run.Seat seat, SplittableRandom dice) {
    if (!run.server.isUp()) {
      return;
    }
    UUID ticket = wishes.ticketOfTheServer(dice);
    String ada = People.ADA.email();
    String customer = (dice.nextBoolean() ? People.CORA : People.CARL).email();
    UUID department = (dice.nextBoolean() ? People.SUPPORT : People.BILLING).id();
    switch (step.kind()) {
      case CUSTOMER_SAYS ->
          run.outsiders.ask(
              customer,
              "POST",
              Routes.ticket(ticket, "messages"),
              new SendMessage(
                  null, null, "from outside " + Long.toHexString(step.salt()), false, null));
      case CUSTOMER_ASKS -> run.outsiders.ask(customer, "POST", Routes.TICKETS, question(step));
      case DESK_ASSIGNS ->
          run.outsiders.ask(
              ada,
              "POST",
              Routes.ticket(ticket, "assign"),
              new AssignRequest(null, seat.console().who().id(), null));
      case DESK_DELETES ->
          run.outsiders
              .ask(ada, "DELETE", Routes.ticket(ticket), Json.object())
              .ifPresent(done -> run.deleted.add(ticket));
      case DESK_MOVES_TICKET ->
          run.outsiders.ask(
              ada, "PATCH", Routes.ticket(ticket), Map.of("departmentId", department));
      case DESK_MOVES_AGENT ->
          run.outsiders.ask(
              ada,
              "PATCH",
              Routes.AGENTS + "/" + seat.console().who().id(),
              new AgentPatch(null, null, department, null, null, null, null));
      case DESK_BULK -> bulk(ticket, dice);
      default -> run.server.act(() -> changeRole(seat.console().who().id(), dice.nextBoolean()));
    }
  }

  private void bulk(UUID first, SplittableRandom dice) {
    List<UUID> tickets = List.of(first, wishes.ticketOfTheServer(dice));
    String ada = People.ADA.email();
    if (dice.nextBoolean()) {
      run.outsiders.ask(
          ada,
          "POST",
          Routes.BULK + "/resolve",
          Map.of("ticketIds", tickets, "resolution", "All at once"));
    } else {
      run.outsiders.ask(
          ada,
          "POST",
          Routes.BULK + "/assign",
          Map.of("ticketIds", tickets, "agentId", People.LEA.id()));
    }
  }

  private void changeRole(UUID id, boolean lead) {
    run.server
        .ledger()
        .write(
            tx -> {
              Agent before = tx.staff().find(id).orElseThrow();
              Role role = lead ? Role.LEAD : Role.AGENT;
              tx.staff()
                  .update(
                      before,
                      new Agent(
                          id,
                          before.name(),
                          before.email(),
                          before.phone(),
                          before.departmentId(),
                          before.tier(),
                          role,
                          AgentStatus.AVAILABLE,
                          before.capacity(),
                          before.activeTickets(),
                          before.skills(),
                          before.version() + 1));
              return id;
            });
  }

  private static CreateTicket question(Step step) {
    return new CreateTicket(
        null,
        "From outside " + Long.toHexString(step.salt()),
        "Help",
        Priority.LOW,
        "general",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        People.SUPPORT.id(),
        null,
        null,
        null);
  }

  private void network(Step step, Link link, SplittableRandom dice) {
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
        weather.lostAnswers = dice.nextInt(40);
        weather.badGateways = dice.nextInt(20);
        weather.repeatedRequests = dice.nextInt(30);
        weather.lostFrames = dice.nextInt(20);
        weather.repeatedFrames = dice.nextInt(20);
        weather.swappedFrames = dice.nextInt(20);
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

  private void program(Step step, Run.Seat seat, SplittableRandom dice) {
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
    Step.Kind what = dice.nextBoolean() ? Step.Kind.SAY : Step.Kind.RENAME;
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

  private void backend(Step step, SplittableRandom dice) {
    if (!run.server.isUp()) {
      return;
    }
    switch (step.kind()) {
      case BACKUP -> run.server.backUp();
      case RESTORE -> {
        if (run.server.hasBackup()) {
          run.server.stop();
          run.server.restore(new UUID(dice.nextLong(), dice.nextLong()));
          run.epoch++;
          run.deleted.clear();
          startAgain(dice);
        }
      }
      case SERVER_KILL -> {
        run.server.kill();
        run.seats.forEach(seat -> seat.console().link().reset());
        startAgain(dice);
      }
      default -> {
        run.server.stop();
        startAgain(dice);
      }
    }
  }

  private void serverIsSlow(SplittableRandom dice) {
    run.server.slow(dice.nextInt(LONGEST_ANSWER_MILLIS));
    run.world.after(dice.nextInt(LONGEST_FULL_MILLIS), () -> run.server.slow(0));
  }

  private void startAgain(SplittableRandom dice) {
    run.world.after(
        dice.nextInt(20_000),
        () -> {
          if (!run.server.isUp()) {
            run.server.start();
          }
        });
  }
}
