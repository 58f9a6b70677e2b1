package io.deskhand.console.conversation;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.TicketState;
import io.deskhand.sync.TicketState.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes rows of messages: days, groups of one sender's messages, and what became of ours. */
final class Rows {
  private static final Duration GROUP = Duration.ofMinutes(5);
  private static final int SHORT = 160;

  private final UUID me;
  private final When when;
  private final Texts texts;
  private final List<Row> rows = new ArrayList<>();
  private final Map<UUID, PendingIntent> pending = new HashMap<>();
  private final TicketState state;
  private @Nullable Message previous;
  private @Nullable String day;

  private Rows(TicketState state, UUID me, When when, Texts texts) {
    this.state = state;
    this.me = me;
    this.when = when;
    this.texts = texts;
  }

  static List<Row> of(TicketState state, UUID me, When when, Texts texts) {
    Rows rows = new Rows(state, me, when, texts);
    state.pending().forEach(intent -> rows.pending.put(intent.id(), intent));
    UUID unread = stillUnread(state, me);
    Foot foot = Foot.of(state.conversation());
    for (TicketState.Entry entry : state.conversation()) {
      rows.add(entry, unread, foot);
    }
    return List.copyOf(rows.rows);
  }

  /** Whoever has answered since has seen what came before. */
  private static @Nullable UUID stillUnread(TicketState state, UUID me) {
    UUID unread = state.firstUnread();
    boolean passed = false;
    for (TicketState.Entry entry : state.conversation()) {
      passed |= entry.message().id().equals(unread);
      if (passed && me.equals(entry.message().senderId())) {
        return null;
      }
    }
    return unread;
  }

  private void add(TicketState.Entry entry, @Nullable UUID unread, Foot foot) {
    Message message = entry.message();
    String today = dayOf(message);
    if (!today.equals(day)) {
      rows.add(new Row.Day(today));
      previous = null;
      day = today;
    }
    if (message.id().equals(unread)) {
      rows.add(new Row.Unread());
      previous = null;
    }
    rows.add(
        message.senderType() == SenderType.SYSTEM
            ? new Row.Line(message.id(), message.body(), message.createdAt())
            : bubble(entry, foot));
    previous = message;
  }

  private String dayOf(Message message) {
    Message before = previous;
    boolean sameMoment =
        before != null && day != null && before.createdAt().equals(message.createdAt());
    return sameMoment ? Objects.requireNonNull(day) : when.day(message.createdAt());
  }

  private Row.Bubble bubble(TicketState.Entry entry, Foot foot) {
    PendingIntent keeper = entry.intentId() == null ? null : pending.get(entry.intentId());
    Message message = entry.message();
    boolean mine = me.equals(message.senderId());
    String sender = mine ? texts.of("sender.me") : message.senderName();
    String head =
        continues(message) ? null : texts.of("head", sender, when.time(message.createdAt()));
    return new Row.Bubble(
        message.id(),
        side(message),
        message.senderName(),
        head,
        message.body(),
        message.createdAt(),
        entry.delivery(),
        entry.intentId(),
        foot(entry, foot),
        keeper == null ? null : keeper.why(),
        keeper == null ? List.of() : since(keeper));
  }

  /** What others have written since somebody wrote what is held now. */
  private List<Row.Bubble.Since> since(PendingIntent held) {
    Ticket ticket = state.ticket();
    if (ticket == null || !(held.conflict() instanceof Conflict.MovedOn(int seen))) {
      return List.of();
    }
    List<Message> confirmed =
        state.conversation().stream()
            .filter(entry -> entry.delivery() == Delivery.CONFIRMED)
            .map(TicketState.Entry::message)
            .toList();
    int pendingToo = (int) state.pending().stream().filter(Rows::countsAlready).count();
    int news = Math.clamp(ticket.messageCount() - pendingToo - seen, 0, confirmed.size());
    return confirmed.subList(confirmed.size() - news, confirmed.size()).stream()
        .filter(message -> !me.equals(message.senderId()))
        .map(this::since)
        .toList();
  }

  /** The ticket as it is shown counts what is on its way, but not what is kept. */
  private static boolean countsAlready(PendingIntent intent) {
    return intent.intent() instanceof Intent.Say && !intent.needsAttention();
  }

  private Row.Bubble.Since since(Message message) {
    String words = message.body().strip().replaceAll("\\s+", " ");
    return new Row.Bubble.Since(
        texts.of("head", message.senderName(), when.time(message.createdAt())),
        words.length() <= SHORT ? words : words.substring(0, SHORT) + "…");
  }

  private boolean continues(Message message) {
    Message before = previous;
    return before != null
        && Objects.equals(before.senderId(), message.senderId())
        && before.senderType() == message.senderType()
        && before.internal() == message.internal()
        && Duration.between(before.createdAt(), message.createdAt()).compareTo(GROUP) < 0;
  }

  private @Nullable String foot(TicketState.Entry entry, Foot foot) {
    if (entry.delivery() == Delivery.PENDING) {
      return texts.of("foot.pending");
    }
    Message message = entry.message();
    if (message.id().equals(foot.seen()) && message.readAt() != null) {
      return texts.of("foot.seen", when.time(message.readAt()));
    }
    return message.id().equals(foot.sent()) ? texts.of("foot.sent") : null;
  }

  private static Row.Side side(Message message) {
    if (message.internal()) {
      return Row.Side.NOTE;
    }
    return message.senderType() == SenderType.CUSTOMER ? Row.Side.THEIRS : Row.Side.OURS;
  }

  /** The last of our messages that was seen, and the last that was only sent. */
  private record Foot(@Nullable UUID seen, @Nullable UUID sent) {
    static Foot of(List<TicketState.Entry> entries) {
      for (TicketState.Entry entry : entries.reversed()) {
        Message message = entry.message();
        if (message.senderType() == SenderType.CUSTOMER) {
          return new Foot(lastSeen(entries), null);
        }
        if (entry.delivery() == Delivery.CONFIRMED && side(message) == Row.Side.OURS) {
          UUID seen = lastSeen(entries);
          return new Foot(seen, message.id().equals(seen) ? null : message.id());
        }
      }
      return new Foot(null, null);
    }

    private static @Nullable UUID lastSeen(List<TicketState.Entry> entries) {
      for (TicketState.Entry entry : entries.reversed()) {
        Message message = entry.message();
        if (side(message) == Row.Side.OURS && message.readAt() != null) {
          return message.id();
        }
      }
      return null;
    }
  }
}
