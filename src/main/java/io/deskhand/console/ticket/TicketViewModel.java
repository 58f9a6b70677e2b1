package io.deskhand.console.ticket;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.ticket.TicketFace.Phase;
import io.deskhand.console.ui.Texts;
import io.deskhand.model.Ticket;
import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Viewers;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.TicketState;
import java.util.List;
import java.util.UUID;
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
  private @Nullable LiveProperty<TicketState> state;

  TicketViewModel(DeskContext at, Texts texts) {
    this.at = at;
    this.texts = texts;
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

  /** Puts a change away that was not made. */
  void dismiss(Trouble trouble) {
    at.surface(at.desk().discard(trouble.intent().id()));
  }

  /** Tries a change again on the ticket as it is now. */
  void tryAgain(Trouble trouble) {
    PendingIntent intent = trouble.intent();
    if (intent.state() == PendingIntent.State.HELD) {
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
        now.pending().stream().filter(one -> !(one.intent() instanceof Intent.Say)).toList();
    face.set(
        new TicketFace(
            phase,
            phase == Phase.SHOWN ? now.ticket() : null,
            others(now),
            (int) changes.stream().filter(one -> !one.needsAttention()).count(),
            changes.stream().filter(PendingIntent::needsAttention).map(this::trouble).toList(),
            phase == Phase.GONE ? keptWords(now.ticketId()) : ""));
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

  private Trouble trouble(PendingIntent intent) {
    String why = intent.why() == null ? texts.of("trouble.unknown") : intent.why();
    return new Trouble(intent, texts.of("trouble." + name(intent.intent())), why);
  }

  private static String name(Intent intent) {
    return switch (intent) {
      case Intent.Update ignored -> "update";
      case Intent.SetStatus ignored -> "status";
      case Intent.Assign ignored -> "assign";
      case Intent.Escalate ignored -> "escalate";
      case Intent.Resolve ignored -> "resolve";
      case Intent.Close ignored -> "close";
      case Intent.Reopen ignored -> "reopen";
      case Intent.Create ignored -> "create";
      case Intent.Say ignored -> "say";
      case Intent.Bulk bulk -> wire(bulk.kind());
      case Intent.SetMyStatus ignored -> "status";
    };
  }

  private static String wire(WireEnum kind) {
    return kind.wire();
  }

  private String keptWords(UUID ticketId) {
    return at.desk().drafts().of(ticketId).map(Drafts.Draft::text).orElse("");
  }
}
