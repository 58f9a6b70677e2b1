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
          DESK_CHANGES_ROLE ->
          others(step, seat, dice);
      case CUT, ONE_WAY, RESET, STORM, SLOW, FAIR -> network(step, seat.console().link(), dice);
      case KILL, KILL_WHILE_WRITING, QUIT, CORRUPT, SKEW -> program(step, seat, dice);
      case TOKEN_ENDS -> run.world.leap(Duration.ofMinutes(11));
      case MONTH_AWAY -> run.world.leap(Duration.ofDays(30));
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
        .thenRun(() -> seat.book().drafted(ticketId, text));
  }

  private void tend(Run.Seat seat, Desk desk, SplittableRandom dice) {
    for (PendingIntent intent : desk.outbox().get()) {
      if (intent.state() == PendingIntent.State.REFUSED) {
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
      default -> run.server.act(() -> changeRole(seat.console().who().id(), dice.nextBoolean()));
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

  private static void network(Step step, Link link, SplittableRandom dice) {
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
      case KILL_WHILE_WRITING -> console.killAfter(1 + dice.nextInt(60));
      case QUIT -> console.close();
      case CORRUPT -> console.corrupt(dice);
      default -> console.kill();
    }
    run.world.after(dice.nextInt(LONGEST_AWAY_MILLIS), () -> backAgain(seat));
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
