package io.deskhand.console.history;

import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.Tip;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.flow.RowKind;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Something that happened: icon, who, what, from what to what, and when. */
final class EventCell implements RowKind.Cell<HistoryRow> {
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

  private final HBox row = new HBox();
  private final FontIcon icon = new FontIcon();
  private final StackPane dot = new StackPane(icon);
  private final Label who = new Label();
  private final Label what = new Label();
  private final Label time = new Label();
  private final FlowPane changes = new FlowPane();
  private final Label details = new Label();
  private final When when;

  EventCell(When when) {
    this.when = when;
    Region thread = new Region();
    thread.getStyleClass().add("thread");
    VBox.setVgrow(thread, Priority.ALWAYS);
    dot.getStyleClass().add("dot");
    VBox side = new VBox(dot, thread);
    side.getStyleClass().add("side");
    who.getStyleClass().add("dh-medium");
    who.setMinWidth(Region.USE_PREF_SIZE);
    what.getStyleClass().add("dh-muted");
    time.getStyleClass().addAll("dh-caption", "dh-faint");
    time.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(who, what, gap, time);
    line.getStyleClass().add("line");
    changes.getStyleClass().add("changes");
    details.setWrapText(true);
    details.getStyleClass().add("details-text");
    VBox body = new VBox(line, changes, details);
    body.getStyleClass().add("body");
    HBox.setHgrow(body, Priority.ALWAYS);
    row.getChildren().addAll(side, body);
    row.getStyleClass().add("event-row");
    row.setAccessibleRole(AccessibleRole.TEXT);
  }

  @Override
  public Region node() {
    return row;
  }

  @Override
  public void show(HistoryRow shown) {
    HistoryRow.Event event = (HistoryRow.Event) shown;
    icon.setIconLiteral(event.icon());
    for (Kind kind : Kind.values()) {
      dot.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)), kind == event.kind());
    }
    row.pseudoClassStateChanged(LAST, event.last());
    who.setText(event.who());
    what.setText(event.what());
    time.setText(event.ago());
    Tip.setText(time, when.full(event.at()));
    changes.getChildren().setAll(event.changes().stream().map(EventCell::change).toList());
    Nodes.show(changes, !event.changes().isEmpty());
    details.setText(event.details() == null ? "" : event.details());
    Nodes.show(details, event.details() != null);
    row.setAccessibleText(String.join(" ", List.of(event.who(), event.what(), event.ago())));
  }

  private static HBox change(HistoryRow.Change change) {
    Label field = new Label(change.field());
    field.getStyleClass().addAll("dh-caption", "dh-faint");
    Label from = new Label(HistoryWords.or(change.from()));
    from.getStyleClass().addAll("dh-caption", "from");
    Label to = new Label(HistoryWords.or(change.to()));
    to.getStyleClass().addAll("dh-caption", "to");
    HBox chip = new HBox(field, from, new FontIcon("fth-arrow-right"), to);
    chip.getStyleClass().add("change");
    return chip;
  }
}
