package io.deskhand.console.ticket;

import io.deskhand.model.Ticket;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything there is to know about the ticket. */
final class DetailsPane extends ScrollPane {
  private static final double LABELS = 132;
  private final VBox sections = new VBox();
  private final Facts facts;
  private @Nullable Ticket shown;

  DetailsPane(TicketViewModel model, Facts facts) {
    this.facts = facts;
    getStyleClass().add("details");
    sections.getStyleClass().add("sections");
    setFitToWidth(true);
    setContent(sections);
    model.faceProperty().subscribe(face -> show(face.ticket()));
    visibleProperty().subscribe(() -> show(model.ticket()));
  }

  private void show(@Nullable Ticket ticket) {
    if (ticket != null && isVisible() && !ticket.equals(shown)) {
      shown = ticket;
      sections.getChildren().setAll(facts.of(ticket).stream().map(DetailsPane::section).toList());
    }
  }

  private static VBox section(Facts.Section section) {
    Label title = new Label(section.title());
    title.getStyleClass().addAll("dh-section", "dh-caption");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints labels = new ColumnConstraints(LABELS);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(labels, values);
    List<Facts.Fact> facts = section.facts();
    for (int row = 0; row < facts.size(); row++) {
      Label label = new Label(facts.get(row).label());
      label.getStyleClass().add("dh-faint");
      Label value = new Label(facts.get(row).value());
      value.setWrapText(true);
      label.setLabelFor(value);
      GridPane.setValignment(label, VPos.TOP);
      grid.addRow(row, label, value);
    }
    return new VBox(8, title, grid);
  }
}
