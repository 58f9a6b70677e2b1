package io.deskhand.console.history;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.ui.Failure;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.TicketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The history of the ticket that is open. FX thread only. */
final class HistoryViewModel {
  private final DeskContext at;
  private final Executor background;
  private final When when;
  private final Texts texts;
  private final HistoryWords words;
  private final ObjectProperty<@Nullable Kind> only = new SimpleObjectProperty<>();
  private final BooleanProperty messages = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<HistoryRow>> rows =
      new ReadOnlyObjectWrapper<>(List.of());

  private @Nullable LiveTicket ticket;
  private @Nullable LiveProperty<TicketState> state;
  private List<HistoryEntry> entries = List.of();

  /** {@code background} writes files. */
  HistoryViewModel(DeskContext at, Executor background, When when, Texts texts) {
    this.at = at;
    this.background = background;
    this.when = when;
    this.texts = texts;
    this.words = new HistoryWords(texts);
    only.subscribe((before, now) -> fill());
    messages.subscribe((before, now) -> fill());
  }

  /** What is shown, newest first. */
  ReadOnlyObjectProperty<List<HistoryRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** The only kind that is shown; null for all. */
  ObjectProperty<@Nullable Kind> onlyProperty() {
    return only;
  }

  /** Whether messages are among what is shown when all kinds are. */
  BooleanProperty messagesProperty() {
    return messages;
  }

  /** Shows another ticket, or none; it is closed by whoever opened it. */
  void show(@Nullable LiveTicket next) {
    if (state != null) {
      state.close();
      state = null;
    }
    ticket = next;
    entries = List.of();
    if (next != null) {
      LiveProperty<TicketState> live = new LiveProperty<>(next.state(), at.fx());
      state = live;
      live.property().subscribe(now -> changed(now.history()));
    } else {
      fill();
    }
  }

  /** Loads what happened before the oldest entry that is here, if there is anything. */
  void loadOlder() {
    if (ticket != null && ticket.state().get().olderThere()) {
      ticket.loadOlder();
    }
  }

  /** What is shown as plain text, oldest first. */
  String asText() {
    return shown().reversed().stream()
        .map(entry -> when.full(entry.timestamp()) + "  " + words.line(entry))
        .collect(Collectors.joining("\n"));
  }

  /** The name to begin with for a file of this format. */
  String fileName(HistoryExport.Format format) {
    Ticket of = ticket == null ? null : ticket.state().get().ticket();
    String number = of == null || of.ticketNumber() == null ? "ticket" : of.ticketNumber();
    return number + "-history." + format.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Writes the whole history that is here to a file, and says that it did, or why not. */
  void export(Path file, HistoryExport.Format format) {
    List<HistoryEntry> all = entries;
    background.execute(() -> write(file, HistoryExport.of(all, format)));
  }

  private void write(Path file, String content) {
    try {
      Files.writeString(file, content);
      at.fx()
          .execute(
              () -> at.dialogs().notice(texts.of("export.done", file.getFileName().toString())));
    } catch (IOException e) {
      Failure failure =
          new Failure(
              texts.of("export.failed"),
              texts.of("export.failed.why", file.toString(), String.valueOf(e.getMessage())),
              "DH-EXPORT",
              e.toString());
      at.fx().execute(() -> at.dialogs().failure(failure));
    }
  }

  private void changed(List<HistoryEntry> now) {
    if (!now.equals(entries)) {
      entries = now;
      fill();
    }
  }

  private List<HistoryEntry> shown() {
    return HistoryRows.wanted(entries, only.get(), messages.get());
  }

  private void fill() {
    rows.set(HistoryRows.of(shown(), words, when));
  }
}
