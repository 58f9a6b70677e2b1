package io.deskhand.sim;

import io.deskhand.sync.Desk;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Carries steps out. */
final class Play {
  private static final int UNHEARD_MILLIS = 1_000;
  private final Run run;
  private final Wishes wishes;
  private final Others others;
  private final Faults faults;

  Play(Run run) {
    this.run = run;
    this.wishes = new Wishes(run);
    this.others = new Others(run, wishes);
    this.faults = new Faults(run, wishes);
  }

  void carryOut(Step step) {
    SplittableRandom dice = new SplittableRandom(step.salt());
    Run.Seat seat = run.seats.get(dice.nextInt(run.seats.size()));
    switch (step.kind()) {
      case OPEN, LEAVE, MARK_READ, TYPE, DRAFT, DRAFT_FILE, SAVE_FILES, TEND, OFFLINE_SWITCH ->
          atTheDesk(step, seat, dice);
      case CUSTOMER_SAYS,
          CUSTOMER_SENDS_FILE,
          CUSTOMER_ASKS,
          DESK_ASSIGNS,
          DESK_DELETES,
          DESK_MOVES_TICKET,
          DESK_MOVES_AGENT,
          DESK_CHANGES_ROLE,
          DESK_BULK ->
          others.carryOut(step, seat, dice);
      case CUT, ONE_WAY, RESET, STORM, SLOW, FLAP, FAIR ->
          faults.network(step, seat.console().link(), dice);
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
          faults.program(step, seat, dice);
      case TOKEN_ENDS -> run.world.leap(Duration.ofMinutes(11));
      case MONTH_AWAY -> run.world.leap(Duration.ofDays(30));
      case SERVER_SLOW -> faults.serverIsSlow(dice);
      case KILL_ON_THE_WAY -> faults.onTheWay(seat, dice);
      case SERVER_RESTART, SERVER_KILL, BACKUP, RESTORE -> faults.backend(step, dice);
      case FORGOTTEN -> faults.forgotten(seat, dice);
      case UNHEARD -> unheard(step, seat, dice);
      default -> wishes.carryOut(step.kind(), seat, dice);
    }
  }

  /** Something happens, and one console does not hear of it. */
  private void unheard(Step step, Run.Seat seat, SplittableRandom dice) {
    faults.deaf(seat.console().link(), UNHEARD_MILLIS);
    Step.Kind what = dice.nextBoolean() ? Step.Kind.CUSTOMER_SAYS : Step.Kind.DESK_ASSIGNS;
    others.carryOut(new Step(step.at(), what, step.salt()), seat, dice);
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
      case DRAFT_FILE ->
          wishes.anyTicket(seat, dice).ifPresent(id -> run.papers.draft(seat, desk, id, dice));
      case SAVE_FILES ->
          run.papers.anyTicket(seat, dice).ifPresent(id -> run.papers.save(seat, desk, id));
      case TEND -> tend(seat, desk, dice);
      default -> desk.setOffline(dice.nextBoolean());
    }
  }

  private void draft(Run.Seat seat, Desk desk, UUID ticketId, SplittableRandom dice) {
    String text = "draft " + Long.toHexString(dice.nextLong());
    run.write(seat, desk, new Drafts.Draft(ticketId, text, 3, false, run.server.clock().instant()));
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
}
