package io.deskhand.console.conversation;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.bind.Failures;
import io.deskhand.console.ui.Texts;
import io.deskhand.protocol.Limits;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Drafts.Draft;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is being written. It is journalled as it is typed, it never leaves its ticket, and a reply
 * stays a draft on disk until the seconds are over in which it can be taken back. FX thread only.
 */
final class ComposerViewModel {
  private final DeskContext at;
  private final Desk desk;
  private final List<Canned> canned;

  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty internal = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable UUID> ticketId = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Canned> suggestions = FXCollections.observableArrayList();
  private final DelayedSending sending;
  private final DraftJournal journal;
  private final ComposerFiles files;
  private final BooleanBinding sendable;

  private final CustomerName customer;

  private final Subscription returned;
  private @Nullable LiveTicket ticket;
  private @Nullable Draft shown;
  private int caret;
  private int restoredCaret;
  private boolean restoring;

  /** {@code undoAfter}: how long a reply can be taken back; zero for not at all. */
  ComposerViewModel(DeskContext at, Duration undoAfter, Texts texts) {
    this.at = at;
    this.desk = at.desk();
    this.sending =
        new DelayedSending(
            (int) undoAfter.toSeconds(),
            at.delays(),
            (id, reply) -> submit(id, reply, false),
            this::ticked);
    this.customer = new CustomerName(at.fx(), texts.of("composer.reply.nobody"));
    this.journal = new DraftJournal(at);
    this.files = new ComposerFiles(at, texts, this::journalNow, journal::add);
    this.canned = Canned.shipped(texts);
    this.sendable =
        Bindings.createBooleanBinding(
            () ->
                !(text.get().isBlank() && files.chips().isEmpty())
                    && text.get().length() <= Limits.TEXT
                    && files.canGo(),
            text,
            files.chips());
    this.returned = desk.drafts().onReturned(draft -> at.fx().execute(() -> cameBack(draft)));
    text.subscribe((before, now) -> typed());
    internal.subscribe((before, now) -> switched());
  }

  StringProperty textProperty() {
    return text;
  }

  /** Whether it is a note that the customer never sees. */
  BooleanProperty internalProperty() {
    return internal;
  }

  /** Whose words these are; changes once its draft is here. */
  ReadOnlyObjectProperty<@Nullable UUID> ticketIdProperty() {
    return ticketId.getReadOnlyProperty();
  }

  /** How long the last reply to this ticket can be taken back; 0 when it cannot. */
  ReadOnlyIntegerProperty secondsLeftProperty() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** What goes with it. */
  ComposerFiles files() {
    return files;
  }

  BooleanBinding sendable() {
    return sendable;
  }

  /** What a slash and some letters may mean. */
  ObservableList<Canned> suggestions() {
    return suggestions;
  }

  /** The customer's first name, for "Write to …". */
  ReadOnlyStringProperty customerProperty() {
    return customer.property();
  }

  /** Where the caret belongs after the text was changed from here. */
  int restoredCaret() {
    return restoredCaret;
  }

  void setCaret(int position) {
    caret = position;
    suggest();
  }

  /** Shows another ticket's draft, or none. */
  void show(@Nullable LiveTicket next) {
    leave();
    ticket = next;
    restoring = true;
    UUID id = next == null ? null : next.ticketId();
    Draft draft = id == null ? null : journal.of(id).orElse(null);
    shown = draft;
    String words =
        id == null || draft == null ? "" : DraftText.without(sending.words(id), draft.text());
    List<OutgoingFile> own = new ArrayList<>(draft == null ? List.of() : draft.files());
    own.removeAll(waiting(id).files());
    text.set(words);
    files.show(id, own);
    internal.set(draft != null && draft.internal() && !(words.isEmpty() && own.isEmpty()));
    putCaret(draft == null ? 0 : Math.min(draft.caret(), words.length()));
    restoring = false;
    customer.show(next);
    secondsLeft.set(id == null ? 0 : sending.secondsLeft(id));
    ticketId.set(id);
  }

  /** Sends what is written, or at once what was sent and can still be taken back. */
  void send() {
    LiveTicket to = ticket;
    if (to == null) {
      return;
    }
    boolean written = sendable.get();
    sending.sendNow(to.ticketId());
    if (!written) {
      return;
    }
    Reply reply = new Reply(text.get().strip(), files.take());
    boolean note = internal.get();
    clear();
    if (note || !sending.isOn()) {
      submit(to.ticketId(), reply, note);
    } else {
      sending.start(to.ticketId(), reply);
      journalNow();
    }
  }

  /** Takes the last reply back, before whatever has been typed since. */
  void undo() {
    if (ticket != null) {
      sending
          .takeBack(ticket.ticketId())
          .ifPresent(
              reply -> {
                internal.set(false);
                prepend(reply);
              });
    }
  }

  /** Puts what was not sent after what is written. */
  void append(Reply reply, boolean note) {
    if (text.get().isBlank()) {
      internal.set(note);
      text.set(reply.words());
    } else if (!reply.words().isEmpty()) {
      text.set(text.get() + "\n\n" + reply.words());
    }
    putCaret(text.get().length());
    files.restore(reply.files());
  }

  /** A message was refused, and its words are the draft again: nothing was journalled before. */
  private void cameBack(Draft draft) {
    if (isShown(draft.ticketId()) && !draft.equals(shown)) {
      append(new Reply(draft.text(), draft.files()), draft.internal());
    }
  }

  /** The field has lost the focus, or is about to go. */
  void leave() {
    if (ticket != null) {
      ticket.typing(false);
      journalNow();
    }
  }

  /** Puts a canned reply where the slash is. */
  void take(Canned reply) {
    int slash = Canned.slash(text.get(), caret);
    if (slash >= 0) {
      String words =
          reply.expanded(ticket == null ? null : ticket.state().get().ticket(), desk.me());
      String rest = text.get().substring(Math.min(caret, text.get().length()));
      String before = text.get().substring(0, slash);
      text.set(before + words + rest);
      putCaret(slash + words.length());
      suggestions.clear();
    }
  }

  /** Ends every countdown; what was to be sent stays a draft. */
  void close() {
    leave();
    customer.show(null);
    sending.stop();
    returned.close();
  }

  private void typed() {
    if (restoring || ticket == null) {
      return;
    }
    ticket.typing(!internal.get() && !text.get().isBlank());
    journal.soon(this::journalNow);
  }

  private void switched() {
    if (!restoring && ticket != null) {
      ticket.typing(!internal.get() && !text.get().isBlank());
      journalNow();
    }
  }

  private void journalNow() {
    if (ticket != null) {
      UUID id = ticket.ticketId();
      Reply first = waiting(id);
      List<OutgoingFile> all = new ArrayList<>(first.files());
      all.addAll(files.ready());
      String words = DraftText.join(sending.words(id), text.get());
      journal.save(id, new Reply(words, all), caret, internal.get());
    }
  }

  /** What of a ticket's draft waits to be sent. */
  private Reply waiting(@Nullable UUID id) {
    return id == null ? Reply.NOTHING : sending.waiting(id).orElse(Reply.NOTHING);
  }

  private void ticked(UUID id, int left) {
    if (isShown(id)) {
      secondsLeft.set(left);
    }
  }

  private void submit(UUID id, Reply reply, boolean note) {
    Intent.Say say = new Intent.Say(id, at.ids().next(), reply.words(), note, reply.files());
    desk.submit(say)
        .whenComplete(
            (done, problem) -> at.fx().execute(() -> submitted(id, reply, note, problem)));
  }

  /** Only what is in the outbox may leave the draft. */
  private void submitted(UUID id, Reply reply, boolean note, @Nullable Throwable problem) {
    if (problem != null) {
      at.dialogs().failure(Failures.of(problem));
      if (isShown(id)) {
        internal.set(note);
        prepend(reply);
      }
    } else {
      putAwayReturned(id);
      if (isShown(id)) {
        journalNow();
      } else {
        journal.sent(id, reply);
      }
    }
  }

  /** Whoever writes anew to a ticket knows what was refused there before. */
  private void putAwayReturned(UUID id) {
    desk.outbox().get().stream()
        .filter(pending -> pending.state() == PendingIntent.State.RETURNED)
        .filter(pending -> id.equals(pending.intent().ticketId()))
        .forEach(pending -> at.surface(desk.discard(pending.id())));
  }

  private boolean isShown(UUID id) {
    return ticket != null && ticket.ticketId().equals(id);
  }

  private void clear() {
    restoring = true;
    text.set("");
    internal.set(false);
    putCaret(0);
    restoring = false;
    journal.drop();
    if (ticket != null) {
      ticket.typing(false);
    }
  }

  private void prepend(Reply reply) {
    text.set(DraftText.join(Optional.of(reply.words()), text.get()));
    putCaret(reply.words().length());
    files.restore(reply.files());
  }

  private void putCaret(int position) {
    caret = position;
    restoredCaret = position;
  }

  private void suggest() {
    suggestions.setAll(Canned.matching(canned, text.get(), caret));
  }
}
