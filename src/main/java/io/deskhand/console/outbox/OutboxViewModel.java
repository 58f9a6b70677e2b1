package io.deskhand.console.outbox;

import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.ui.Texts;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/** What waits, and what can be done about it. FX thread only. */
public final class OutboxViewModel implements AutoCloseable {
  private final Texts texts = Texts.of(OutboxViewModel.class);
  private final Stories stories = new Stories(texts);
  private final Desk desk;
  private final Outcomes outcomes;
  private final Function<UUID, Optional<Ticket>> tickets;
  private final LiveProperty<List<PendingIntent>> outbox;

  /**
   * The outbox of a desk.
   *
   * @param fx runs tasks on the FX thread
   * @param tickets finds a ticket for its subject, where it is at hand
   */
  public OutboxViewModel(
      Desk desk, Executor fx, Outcomes outcomes, Function<UUID, Optional<Ticket>> tickets) {
    this.desk = desk;
    this.outcomes = outcomes;
    this.tickets = tickets;
    this.outbox = new LiveProperty<>(desk.outbox(), fx);
  }

  /** Everything in it: what needs a look first, then oldest first. */
  ObservableValue<List<OutboxEntry>> entries() {
    return outbox
        .property()
        .map(
            all ->
                all.stream()
                    .sorted(
                        (one, other) ->
                            Boolean.compare(other.needsAttention(), one.needsAttention()))
                    .map(this::entry)
                    .toList());
  }

  /** How many wait, and how many want a look. */
  String summary(List<OutboxEntry> entries) {
    long look = entries.stream().filter(OutboxEntry::needsLook).count();
    long waiting = entries.size() - look;
    return Stream.of(
            waiting == 0 ? "" : texts.of("summary", waiting),
            look == 0 ? "" : texts.of("summary.look", look))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  void retry(OutboxEntry entry) {
    desk.retry(entry.id());
  }

  void discard(OutboxEntry entry) {
    outcomes.watch(desk.discard(entry.id()));
  }

  void toDraft(OutboxEntry entry) {
    outcomes.watch(desk.toDraft(entry.id()));
  }

  @Override
  public void close() {
    outbox.close();
  }

  private OutboxEntry entry(PendingIntent pending) {
    Intent intent = pending.intent();
    UUID ticketId = intent.ticketId();
    boolean gone = pending.conflict() instanceof Conflict.OutOfReach;
    return new OutboxEntry(
        pending.id(),
        ticketId,
        kind(intent),
        gone ? texts.of("out.of.reach") : subject(intent),
        detail(intent),
        stories.of(pending),
        !gone,
        pending.needsAttention(),
        pending.isRefused(),
        hasWords(intent) && pending.state() != PendingIntent.State.RETURNED,
        pending.acceptedAt());
  }

  private String subject(Intent intent) {
    UUID ticketId = intent.ticketId();
    if (intent instanceof Intent.Bulk bulk) {
      return texts.of("bulk.tickets", bulk.ticketIds().size());
    }
    return ticketId == null ? "" : tickets.apply(ticketId).map(Ticket::subject).orElse("");
  }

  /** Whether there are words in it that could be a draft. */
  private static boolean hasWords(Intent intent) {
    return switch (intent) {
      case Intent.Say _, Intent.Resolve _, Intent.Escalate _, Intent.Reopen _ ->
          !detail(intent).isBlank();
      default -> false;
    };
  }

  private static String kind(Intent intent) {
    return switch (intent) {
      case Intent.Create create -> "create";
      case Intent.Update update -> "update";
      case Intent.SetStatus status -> "status";
      case Intent.Assign assign -> "assign";
      case Intent.Escalate escalate -> "escalate";
      case Intent.Resolve resolve -> "resolve";
      case Intent.Close close -> "close";
      case Intent.Reopen reopen -> "reopen";
      case Intent.Say say -> say.internal() ? "note" : "reply";
      case Intent.Bulk bulk -> "bulk." + bulk.kind().wire();
      case Intent.SetMyStatus mine -> "availability";
    };
  }

  private static String detail(Intent intent) {
    return switch (intent) {
      case Intent.Say say ->
          Stream.concat(
                  Stream.of(say.body()), say.files().stream().map(file -> "“" + file.name() + "”"))
              .filter(words -> !words.isEmpty())
              .collect(Collectors.joining(" "));
      case Intent.Create create -> String.valueOf(create.fields().subject());
      case Intent.Resolve resolve -> resolve.resolution();
      case Intent.Escalate escalate -> escalate.reason();
      case Intent.Reopen reopen -> reopen.reason();
      default -> "";
    };
  }
}
