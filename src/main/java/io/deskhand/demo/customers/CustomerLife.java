package io.deskhand.demo.customers;

import io.deskhand.demo.stock.Stock;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LiveChange;
import io.deskhand.protocol.MarkRead;
import io.deskhand.protocol.SatisfactionRequest;
import io.deskhand.protocol.TicketRef;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** One simulated customer: hears what happens to their tickets, and reacts. For one thread. */
final class CustomerLife implements LiveLine.Listener {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST_REMINDERS = 2;

  private final Pen pen;
  private final Typist typist;
  private final Replies replies;
  private final Temper temper;
  private final Schedule schedule;
  private final Pace pace;
  private final Clock clock;
  private final RandomGenerator random;
  private final LiveLine line;
  private final Map<UUID, Talk> talks = new LinkedHashMap<>();

  /** Whoever {@code session} signs in; {@code world} is what all customers share. */
  CustomerLife(
      World world, CustomerApi api, CustomerSession session, Temper temper, RandomGenerator dice) {
    this.temper = temper;
    this.schedule = world.schedule();
    this.pace = world.pace();
    this.clock = world.clock();
    this.random = dice;
    this.replies = new Replies(world.stock(), clock, dice);
    this.line = new LiveLine(world.server(), session, schedule, pace, dice, this);
    this.pen = new Pen(api, new Deeds(session), line, world, dice);
    this.typist = new Typist(pen, schedule, pace, dice, this::lookUp);
  }

  /** What all customers share. */
  record World(URI server, Stock stock, Schedule schedule, Pace pace, Clock clock) {}

  void begin() {
    line.open();
  }

  /** Ends the connection. */
  void end() {
    line.close();
  }

  @Override
  public void online() {
    for (Ticket ticket : pen.tickets()) {
      if (ticket.status() != Status.CLOSED) {
        Talk talk = know(ticket);
        signal(Events.JOIN_TICKET_ROOM, talk);
        lookUp(talk);
      }
    }
  }

  @Override
  public void heard(Frame frame) {
    if (frame.data() == null || !frame.data().has("changes")) {
      return;
    }
    List<Change> changes = Json.convert(frame.data(), LiveChange.class).changes();
    changes.forEach(change -> hear(change, EntityType.TICKET));
    changes.forEach(change -> hear(change, EntityType.MESSAGE));
  }

  private void hear(Change change, EntityType wanted) {
    if (change.entity() != wanted) {
      return;
    }
    if (change.op() == Change.Op.REMOVE || change.data() == null) {
      if (wanted == EntityType.TICKET) {
        forget(UUID.fromString(change.id()));
      }
    } else if (wanted == EntityType.TICKET) {
      hear(Json.convert(change.data(), Ticket.class));
    } else {
      Message message = Json.convert(change.data(), Message.class);
      Talk talk = talks.get(message.ticketId());
      if (talk != null) {
        hear(talk, message, Duration.ZERO);
      }
    }
  }

  private void hear(Ticket now) {
    Talk talk = talks.get(now.id());
    if (now.status() == Status.CLOSED) {
      forget(now.id());
    } else if (talk == null) {
      signal(Events.JOIN_TICKET_ROOM, know(now));
    } else if (talk.update(now).status() != now.status() && now.status() == Status.RESOLVED) {
      judge(talk);
    }
  }

  private void forget(UUID ticketId) {
    Talk talk = talks.remove(ticketId);
    if (talk != null) {
      talk.forget();
      signal(Events.LEAVE_TICKET_ROOM, talk);
    }
  }

  private void hear(Talk talk, Message message, Duration later) {
    if (message.senderType() != SenderType.AGENT || message.internal() || !talk.hear(message)) {
      return;
    }
    schedule.after(
        later.plus(pace.between(0.5, 1.5, random)),
        () -> pen.signal(Events.MARK_READ, new MarkRead(talk.ticket().id(), message.id())));
    Optional<String> answer = replies.to(message, talk.ticket());
    answer.ifPresent(text -> typist.write(talk, later.plus(temper.thinking(pace, random)), text));
  }

  /** Looks for what was said while the customer was away. */
  private void lookUp(Talk talk) {
    Ticket ticket = talk.ticket();
    if (ticket.status() == Status.RESOLVED) {
      Instant at = ticket.resolvedAt();
      if (ticket.satisfaction() == null && at != null && at.plus(FRESH).isAfter(clock.instant())) {
        judge(talk);
      }
      return;
    }
    List<Message> last = pen.messages(ticket.id());
    if (!last.isEmpty()) {
      hear(talk, last.getLast(), pace.between(1, 15, random));
    }
  }

  /** Reacts to a solution: mostly with a rating, sometimes it is not solved after all. */
  private void judge(Talk talk) {
    Duration rest = temper.resting(pace, random);
    if (random.nextInt(10) < 3 && talk.complain()) {
      typist.write(talk, rest, replies.notSolved(talk.ticket()));
      return;
    }
    int score = random.nextInt(3) == 0 ? 4 : 5;
    String comment = random.nextInt(3) > 0 ? replies.comment(score, talk.ticket()) : null;
    SatisfactionRequest rating = new SatisfactionRequest(score, comment);
    talk.plan(schedule.after(rest, () -> pen.rate(talk.ticket().id(), rating)));
  }

  /** Does something without having been asked, if there is anything to do. */
  void initiative() {
    List<Talk> open = talks.values().stream().filter(Talk::isActive).toList();
    if (open.size() < 2 || (open.size() < 4 && random.nextInt(3) == 0)) {
      openTicket();
      return;
    }
    Talk talk = open.get(random.nextInt(open.size()));
    if (talk.isBusy()) {
      return;
    }
    if (talk.reminders() < MOST_REMINDERS) {
      talk.remind();
      typist.write(talk, Duration.ZERO, replies.followUp(talk.ticket()));
    } else if (talk.ticket().status() == Status.OPEN && temper.drifts()) {
      withdraw(talk);
    } else {
      typist.hesitate(talk);
    }
  }

  private void openTicket() {
    Replies.Matter matter = replies.matter(false);
    pen.open(matter)
        .ifPresent(
            ticket -> {
              Talk talk = know(ticket);
              signal(Events.JOIN_TICKET_ROOM, talk);
              typist.write(talk, pace.between(1, 4, random), matter.opening());
            });
  }

  private void withdraw(Talk talk) {
    Runnable close = () -> pen.withdraw(talk.ticket().id());
    typist.write(
        talk,
        Duration.ZERO,
        replies.neverMind(talk.ticket()),
        () -> talk.plan(schedule.after(pace.between(2, 5, random), close)));
  }

  private Talk know(Ticket ticket) {
    Talk talk = talks.computeIfAbsent(ticket.id(), id -> new Talk(ticket));
    talk.update(ticket);
    return talk;
  }

  private void signal(String event, Talk talk) {
    pen.signal(event, new TicketRef(talk.ticket().id()));
  }
}
