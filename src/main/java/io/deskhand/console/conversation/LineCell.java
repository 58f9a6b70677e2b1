package io.deskhand.console.conversation;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.flow.RowKind;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What is no message: a new day, the begin of the unread, something the desk says. */
final class LineCell implements RowKind.Cell<Row> {
  private final HBox row = new HBox();
  private final Label label = new Label();
  private final When when;
  private final Texts texts;

  LineCell(String style, boolean ruled, When when, Texts texts) {
    this.when = when;
    this.texts = texts;
    row.getStyleClass().addAll("line-row", style);
    label.getStyleClass().add("dh-caption");
    label.setWrapText(true);
    if (ruled) {
      row.getChildren().addAll(rule(), label, rule());
    } else {
      row.getChildren().add(label);
    }
  }

  @Override
  public Region node() {
    return row;
  }

  @Override
  public void show(Row shown) {
    label.setText(
        switch (shown) {
          case Row.Day day -> day.label();
          case Row.Unread ignored -> texts.of("unread");
          case Row.Line line -> texts.of("line", line.text(), when.time(line.at()));
          case Row.Bubble bubble -> bubble.body();
        });
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    HBox.setHgrow(rule, Priority.ALWAYS);
    return rule;
  }
}
