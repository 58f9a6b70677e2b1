package io.deskhand.console.history;

import io.deskhand.console.ui.flow.RowKind;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A day of the time line. */
final class DayCell implements RowKind.Cell<HistoryRow> {
  private final Label label = new Label();

  DayCell() {
    label.getStyleClass().addAll("day-row", "dh-caption", "dh-section");
  }

  @Override
  public Region node() {
    return label;
  }

  @Override
  public void show(HistoryRow row) {
    label.setText(row instanceof HistoryRow.Day day ? day.label() : "");
  }
}
