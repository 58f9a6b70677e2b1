package io.deskhand.console.ticket;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.ticket.TicketFace.Phase;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Viewers;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.TicketState;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The ticket that is open, and what can be done to it. FX thread only. */
final class TicketViewModel implements AutoCloseable {
  private final DeskContext at;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<TicketFace> face =
      new ReadOnlyObjectWrapper<>(TicketFace.NONE);
  private final ReadOnlyObjectWrapper<@Nullable LiveTicket> live = new ReadOnlyObjectWrapper<>();
  private final Troubles troubles;
  private BiConsumer<String, Boolean> draftTaker = (words, note) -> {};
  private @Nullable LiveProperty<TicketState> state;

  TicketViewModel(DeskContext at, Texts texts) {
    this.at = at;
    this.texts = texts;
    this.troubles =
        new Troubles(at.desk(), new Facts(at.desk(), new When(at.clock()), texts), texts);
  }

  /** Who takes words that are to be a draft, and whether they were a note. */
  void onDraft(BiConsumer<String, Boolean> taker) {
    draftTaker = taker;
  }

  ReadOnlyObjectProperty<TicketFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /** The open ticket, for the tabs; null for none. */
  ReadOnlyObjectProperty<@Nullable LiveTicket> liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** The ticket as it is shown; null when there is none. */
  @Nullable Ticket ticket() {
    return face.get().ticket();
  }

  /** Whether the signed-in person works on it. */
  boolean isMine() {
    Ticket ticket = ticket();
    return ticket != null && at.desk().me().id().equals(ticket.assignedTo());
  }

  /** Shows another ticket, or none; the one before is closed. */
  void show(@Nullable UUID ticketId) {
    LiveTicket before = live.get();
    if (before != null && before.ticketId().equals(ticketId)) {
      return;
    }
    if (state != null) {
      state.close();
      state = null;
    }
    LiveTicket next = ticketId == null ? null : at.desk().open(ticketId);
    live.set(next);
    if (before != null) {
      before.close();
    }
    if (next == null) {
      face.set(TicketFace.NONE);
      return;
    }
    LiveProperty<TicketState> shown = new LiveProperty<>(next.state(), at.fx());
    state = shown;
    shown.property().subscribe(this::changed);
  }

  /** Why an action cannot be done now; empty if it can. */
  String refusal(TicketAction action) {
    return action.refusal(ticket(), at.desk().me().id(), texts);
  }

  /** Accepts an intent; what goes wrong with that is shown. */
  void submit(Intent intent) {
    at.surface(at.desk().submit(intent));
  }

  /** Goes on from a change that was not made. */
  void take(Trouble.Way way, Trouble trouble) {
    switch (way) {
      case KEEP_THEIRS, DISMISS -> dismiss(trouble);
      case APPLY_MINE, AGAIN -> tryAgain(trouble);
      case REOPEN_FIRST -> reopenFirst(trouble);
      case TO_DRAFT -> toDraft(trouble);
    }
  }

  private void reopenFirst(Trouble trouble) {
    Intent wish = trouble.intent().intent();
    UUID ticketId = wish.ticketId();
    if (ticketId != null) {
      at.surface(
          at.desk().discard(trouble.intent().id()),
          () -> {
            submit(new Intent.Reopen(ticketId, texts.of("trouble.reopen.reason")));
            submit(wish);
          });
    }
  }

  private void toDraft(Trouble trouble) {
    at.surface(
        at.desk().toDraft(trouble.intent().id()),
        () -> draftTaker.accept(Troubles.words(trouble.intent().intent()), true));
  }

  /** Puts a change away that was not made. */
  void dismiss(Trouble trouble) {
    at.surface(at.desk().discard(trouble.intent().id()));
  }

  /** Tries a change again on the ticket as it is now. */
  void tryAgain(Trouble trouble) {
    PendingIntent intent = trouble.intent();
    if (intent.state() == State.HELD) {
      at.desk().retry(intent.id());
    } else {
      at.surface(at.desk().discard(intent.id()), () -> submit(intent.intent()));
    }
  }

  @Override
  public void close() {
    show(null);
  }

  private void changed(TicketState now) {
    Phase phase = phase(now);
    List<PendingIntent> changes =
        now.pending().stream().filter(one -> !isInConversation(one)).toList();
    face.set(
        new TicketFace(
            phase,
            phase == Phase.SHOWN ? now.ticket() : null,
            others(now),
            (int) changes.stream().filter(one -> !one.needsAttention()).count(),
            changes.stream()
                .filter(PendingIntent::needsAttention)
                .map(intent -> troubles.of(intent, now))
                .toList(),
            phase == Phase.GONE ? keptWords(now.ticketId()) : ""));
  }

  /** A message is shown where it was said, until its words are the draft again. */
  private static boolean isInConversation(PendingIntent pending) {
    return pending.intent() instanceof Intent.Say && pending.state() != State.RETURNED;
  }

  private static Phase phase(TicketState now) {
    if (now.gone()) {
      return Phase.GONE;
    }
    if (now.ticket() != null) {
      return Phase.SHOWN;
    }
    return now.loading() == TicketState.Loading.NOT_HERE_WHILE_OFFLINE
        ? Phase.NOT_HERE
        : Phase.LOADING;
  }

  private List<String> others(TicketState now) {
    UUID me = at.desk().me().id();
    return now.viewers().stream()
        .filter(viewer -> !viewer.id().equals(me))
        .map(Viewers.Viewer::name)
        .toList();
  }

  private String keptWords(UUID ticketId) {
    return at.desk().drafts().of(ticketId).map(Drafts.Draft::text).orElse("");
  }
}
