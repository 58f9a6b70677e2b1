package io.deskhand.console.queue;

import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.RowList;
import io.deskhand.console.ui.Span;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.sync.TextMarks;
import io.deskhand.sync.TicketRow;
import java.util.List;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The list of tickets with its mouse and keys; what is selected lives in the view model. */
final class TicketList implements TicketRowView.Host {
  private static final Duration OPEN_AFTER = Duration.millis(140);

  private final QueueViewModel model;
  private final Navigation navigation;
  private final Commands commands;
  private final ObservableObjectValue<Density> density;
  private final RowList<TicketRow> list;
  private final PauseTransition openSoon = new PauseTransition(OPEN_AFTER);

  TicketList(
      QueueViewModel model,
      Navigation navigation,
      Commands commands,
      ObservableObjectValue<Density> density,
      ObservableDoubleValue textScale,
      When when,
      Texts texts) {
    this.model = model;
    this.navigation = navigation;
    this.commands = commands;
    this.density = density;
    this.list = new RowList<>(() -> newRow(when, texts));
    list.setAccessibleText(texts.of("list.name"));
    list.rowHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> density.get().height() * textScale.get(), density, textScale));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    openSoon.setOnFinished(event -> openCursor());
    model.rowsProperty().subscribe(this::rowsReplaced);
    model.marksProperty().subscribe(marks -> list.requestLayout());
    model.revisionProperty().subscribe(revision -> list.refresh());
    model.selectionRevisionProperty().subscribe(revision -> list.requestLayout());
    model.openTicketProperty().subscribe(open -> list.requestLayout());
    model.selection().cursorProperty().subscribe(this::cursorMoved);
  }

  RowList<TicketRow> node() {
    return list;
  }

  /** Goes some rows down or up, and opens the ticket there once the keys have come to rest. */
  void move(int by, boolean extend) {
    model.move(by, extend);
    list.reveal(model.cursorIndex());
    openSoon.playFromStart();
  }

  /** Selects or deselects the ticket that the keyboard is at. */
  void toggleCursor() {
    UUID cursor = model.selection().cursor();
    if (cursor != null) {
      model.selection().toggle(cursor);
    }
  }

  @Override
  public boolean isCurrent(TicketRow row) {
    UUID cursor = model.selection().cursor();
    return row.ticket().id().equals(cursor == null ? model.openTicketProperty().get() : cursor);
  }

  @Override
  public boolean isChecked(TicketRow row) {
    return model.selection().contains(row.ticket().id());
  }

  @Override
  public List<Span> marks(TextMarks.Place place, String text) {
    return model.marksProperty().get().in(place, text).stream()
        .map(mark -> new Span(mark.start(), mark.end()))
        .toList();
  }

  @Override
  public boolean isCompact() {
    return density.get() == Density.COMPACT;
  }

  @Override
  public void toggle(TicketRow row) {
    model.selection().toggle(row.ticket().id());
  }

  @Override
  public void take(TicketRow row) {
    model.take(row.ticket().id());
  }

  @Override
  public void resolve(TicketRow row) {
    model.selection().moveTo(row.ticket().id());
    navigation.openTicket(row.ticket().id());
    commands.run("ticket.resolve");
  }

  private TicketRowView newRow(When when, Texts texts) {
    TicketRowView row = new TicketRowView(this, when, texts);
    row.node().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(row, event));
    return row;
  }

  private void pressed(TicketRowView view, MouseEvent event) {
    TicketRow row = view.shown();
    if (row == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    list.requestFocus();
    UUID id = row.ticket().id();
    if (event.isShiftDown()) {
      model.extendTo(id);
    } else if (event.isShortcutDown()) {
      model.selection().toggle(id);
    } else {
      model.selection().moveTo(id);
      openCursor();
    }
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1, event.isShiftDown());
      case UP -> move(-1, event.isShiftDown());
      case PAGE_DOWN -> move(list.pageSize(), event.isShiftDown());
      case PAGE_UP -> move(-list.pageSize(), event.isShiftDown());
      case HOME -> move(-model.size(), event.isShiftDown());
      case END -> move(model.size(), event.isShiftDown());
      case SPACE -> toggleCursor();
      case ENTER -> openCursor();
      case A -> {
        if (!event.isShortcutDown()) {
          return;
        }
        model.selectAll();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void openCursor() {
    openSoon.stop();
    UUID cursor = model.selection().cursor();
    if (cursor != null) {
      navigation.openTicket(cursor);
    }
  }

  private void rowsReplaced(@Nullable QueueRows rows) {
    if (rows != null) {
      list.setSource(rows);
    }
  }

  private void cursorMoved(@Nullable UUID cursor) {
    list.setFocusIndex(model.cursorIndex());
    list.requestLayout();
  }
}
