package io.deskhand.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.store.TicketKeys;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Intent;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.TicketRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** What people at consoles want of the desk. */
final class Wishes {
  private static final int TOO_LONG = 5_000;
  private static final int MOST_FILES = 3;
  private static final int MOST_AT_ONCE = 3;
  private final Run run;

  Wishes(Run run) {
    this.run = run;
  }

  /** A wish, and a text in it that nothing else has; null where it has none. */
  private record Wish(Intent intent, String mark) {}

  void carryOut(Step.Kind kind, Run.Seat seat, SplittableRandom dice) {
    Desk desk = seat.console().desk();
    if (desk == null) {
      return;
    }
    Optional<UUID> ticket = anyTicket(seat, dice);
    String mark = kind + "-" + Long.toHexString(dice.nextLong());
    UUID id = new UUID(dice.nextLong(), dice.nextLong());
    if (kind == Step.Kind.CREATE) {
      submit(seat, desk, new Wish(new Intent.Create(id, question(mark)), mark));
    } else if (kind == Step.Kind.AVAILABILITY) {
      AgentStatus status = dice.nextBoolean() ? AgentStatus.AVAILABLE : AgentStatus.BUSY;
      submit(seat, desk, new Wish(new Intent.SetMyStatus(status), null));
    } else if (kind == Step.Kind.SAY_WITH_FILES) {
      ticket.ifPresent(it -> sayWithFiles(seat, desk, new Intent.Say(it, id, mark, false), dice));
    } else if (kind == Step.Kind.SAY) {
      int times = 1 + dice.nextInt(MOST_AT_ONCE);
      ticket.ifPresent(it -> say(seat, desk, it, times, dice));
    } else {
      ticket.ifPresent(it -> submit(seat, desk, wish(kind, it, id, mark, dice)));
    }
  }

  private Wish wish(Step.Kind kind, UUID ticket, UUID id, String mark, SplittableRandom dice) {
    return switch (kind) {
      case NOTE -> new Wish(new Intent.Say(ticket, id, mark, true), mark);
      case RENAME -> new Wish(new Intent.Update(ticket, patch("subject", mark)), mark);
      case POISON ->
          new Wish(new Intent.Update(ticket, patch("subject", mark.repeat(TOO_LONG / 8))), null);
      case PRIORITY -> {
        Priority priority = Priority.values()[dice.nextInt(Priority.values().length)];
        yield new Wish(new Intent.Update(ticket, patch("priority", priority.wire())), null);
      }
      case STATUS ->
          new Wish(
              new Intent.SetStatus(
                  ticket, dice.nextBoolean() ? Status.PENDING : Status.IN_PROGRESS),
              null);
      case TAKE, HAND_OVER ->
          new Wish(
              new Intent.Assign(
                  ticket, People.AT_CONSOLES.get(dice.nextInt(People.AT_CONSOLES.size())).id()),
              null);
      case RESOLVE -> new Wish(new Intent.Resolve(ticket, mark), mark);
      case CLOSE -> new Wish(new Intent.Close(ticket), null);
      case REOPEN -> new Wish(new Intent.Reopen(ticket, mark), mark);
      case ESCALATE ->
          new Wish(new Intent.Escalate(ticket, mark, People.LEA.id(), null, null), mark);
      default -> throw new IllegalArgumentException(kind.toString());
    };
  }

  /** Some people send each sentence by itself. */
  private void say(Run.Seat seat, Desk desk, UUID ticket, int times, SplittableRandom dice) {
    for (int i = 0; i < times; i++) {
      String mark = "SAY-" + Long.toHexString(dice.nextLong());
      UUID id = new UUID(dice.nextLong(), dice.nextLong());
      submit(seat, desk, new Wish(new Intent.Say(ticket, id, mark, false), mark));
    }
  }

  private void sayWithFiles(Run.Seat seat, Desk desk, Intent.Say say, SplittableRandom dice) {
    int more = dice.nextInt(2);
    SplittableRandom rest = dice.split();
    run.papers
        .take(desk, say.ticketId(), dice)
        .thenAccept(
            file -> {
              List<OutgoingFile> files = new ArrayList<>(say.files());
              files.add(file);
              Intent.Say larger =
                  new Intent.Say(say.ticketId(), say.messageId(), say.body(), false, files);
              if (more > 0 && files.size() < MOST_FILES) {
                sayWithFiles(seat, desk, larger, rest);
              } else {
                submit(seat, desk, new Wish(larger, say.body()));
              }
            });
  }

  private void submit(Run.Seat seat, Desk desk, Wish wish) {
    int epoch = run.epoch;
    desk.submit(wish.intent())
        .whenComplete(
            (pending, failure) -> {
              if (failure != null) {
                run.world
                    .trace()
                    .note(run.world.now(), seat.console().who().name(), "gets no: " + failure);
              }
              if (failure != null && wish.intent() instanceof Intent.Say say) {
                Papers.putAway(desk, say.files());
              }
            })
        .thenAccept(
            pending -> {
              if (seat.console().desk() != desk) {
                // It has died meanwhile: nobody was told that it is accepted.
                return;
              }
              run.world
                  .trace()
                  .note(run.world.now(), seat.console().who().name(), "wants " + wish.intent());
              seat.book().accepted(pending, wish.mark(), epoch);
            });
  }

  /** One of the tickets that a console shows. */
  Optional<UUID> anyTicket(Run.Seat seat, SplittableRandom dice) {
    List<UUID> shown =
        seat.console().queue() == null
            ? List.of()
            : seat.console().queue().rows(0, Integer.MAX_VALUE).stream()
                .map(TicketRow::ticket)
                .map(Ticket::id)
                .sorted(Comparator.naturalOrder())
                .toList();
    return shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(dice.nextInt(shown.size())));
  }

  /** One of all tickets. */
  UUID ticketOfTheServer(SplittableRandom dice) {
    List<UUID> all =
        run.server.ledger().read(view -> view.index().tickets(null, null)).stream()
            .map(TicketKeys::id)
            .toList();
    return all.get(dice.nextInt(all.size()));
  }

  private static TicketPatch patch(String field, String value) {
    ObjectNode body = Json.object();
    body.put(field, value);
    return TicketPatch.read(body);
  }

  static CreateTicket question(String subject) {
    return new CreateTicket(
        null,
        subject,
        "Help",
        Priority.MEDIUM,
        "general",
        null,
        People.CORA.id(),
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
}
