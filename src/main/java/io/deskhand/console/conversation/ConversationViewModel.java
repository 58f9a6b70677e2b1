package io.deskhand.console.conversation;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.conversation.Conversation.Presence;
import io.deskhand.console.ui.Span;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.protocol.Typing;
import io.deskhand.sync.Desk;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.TextMarks;
import io.deskhand.sync.TicketState;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The conversation of the ticket that is open. FX thread only. */
final class ConversationViewModel {
  private final DeskContext at;
  private final Desk desk;
  private final When when;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Conversation> shown =
      new ReadOnlyObjectWrapper<>(Conversation.NONE);
  private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Finder> finder = new SimpleObjectProperty<>(Finder.NOTHING);

  private @Nullable LiveTicket ticket;
  private @Nullable LiveProperty<TicketState> state;
  private @Nullable TicketState last;
  private BiConsumer<String, Boolean> draftTaker = (text, internal) -> {};

  ConversationViewModel(DeskContext at, When when, Texts texts) {
    this.at = at;
    this.desk = at.desk();
    this.when = when;
    this.texts = texts;
  }

  ReadOnlyObjectProperty<Conversation> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What is searched for, to be marked in messages. */
  ObservableValue<Finder> finder() {
    return finder;
  }

  /** Marks in messages what these marks say, from now on. */
  void mark(ObservableValue<TextMarks> marks) {
    finder.bind(marks.map(ConversationViewModel::finder));
  }

  private static Finder finder(TextMarks marks) {
    return text ->
        marks.in(TextMarks.Place.MESSAGE, text).stream()
            .map(mark -> new Span(mark.start(), mark.end()))
            .toList();
  }

  /** Who types now, as a sentence; empty for nobody. */
  ReadOnlyStringProperty typingProperty() {
    return typing.getReadOnlyProperty();
  }

  /** Who takes the words of a message that is to be a draft again, and whether it was a note. */
  void onDraft(BiConsumer<String, Boolean> taker) {
    draftTaker = taker;
  }

  /** Shows another ticket, or none; it is closed by whoever opened it. */
  void show(@Nullable LiveTicket next) {
    if (state != null) {
      state.close();
    }
    ticket = next;
    last = null;
    state = null;
    if (next == null) {
      shown.set(Conversation.NONE);
      typing.set("");
      return;
    }
    LiveProperty<TicketState> live = new LiveProperty<>(next.state(), at.fx());
    state = live;
    live.property().subscribe(this::changed);
  }

  /** Loads what is before the first row, if there is anything. */
  void loadOlder() {
    if (ticket != null && shown.get().olderThere()) {
      ticket.loadOlder();
    }
  }

  /** Everything has been looked at. */
  void seen() {
    if (ticket != null && shown.get().presence() == Presence.HERE) {
      ticket.markRead();
    }
  }

  /** Sends a message that was held. */
  void sendAnyway(Row.Bubble bubble) {
    if (bubble.intentId() != null) {
      desk.retry(bubble.intentId());
    }
  }

  /** Puts a message away that was not sent, its words into the composer. */
  void toDraft(Row.Bubble bubble) {
    UUID intent = bubble.intentId();
    if (intent != null) {
      at.surface(
          desk.toDraft(intent),
          () -> draftTaker.accept(bubble.body(), bubble.side() == Row.Side.NOTE));
    }
  }

  /** Puts a message away that was not sent. */
  void discard(Row.Bubble bubble) {
    if (bubble.intentId() != null) {
      at.surface(desk.discard(bubble.intentId()));
    }
  }

  private void changed(TicketState next) {
    typing.set(sentence(next.typing()));
    if (!sameWords(last, next)) {
      List<Row> rows = Rows.of(next, desk.me().id(), when, texts);
      shown.set(
          new Conversation(next.ticketId(), rows, presence(next.loading()), next.olderThere()));
    }
    last = next;
  }

  private static Presence presence(TicketState.Loading loading) {
    return switch (loading) {
      case LOADED -> Presence.HERE;
      case LOADING -> Presence.LOADING;
      case NOT_HERE_WHILE_OFFLINE -> Presence.NOT_HERE_WHILE_OFFLINE;
    };
  }

  private String sentence(List<Typing> people) {
    UUID me = desk.me().id();
    List<String> names =
        people.stream()
            .filter(person -> person.typing() && !person.personId().equals(me))
            .map(person -> person.name().split(" ")[0])
            .toList();
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> texts.of("typing.one", names.getFirst());
      default -> texts.of("typing.several", names.size());
    };
  }

  private static boolean sameWords(@Nullable TicketState before, TicketState now) {
    return before != null
        && before.loading() == now.loading()
        && before.olderThere() == now.olderThere()
        && before.conversation().equals(now.conversation())
        && before.pending().stream()
            .map(PendingIntent::state)
            .toList()
            .equals(now.pending().stream().map(PendingIntent::state).toList());
  }
}
