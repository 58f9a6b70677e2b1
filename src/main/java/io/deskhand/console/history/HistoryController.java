package io.deskhand.console.history;

import io.deskhand.console.ui.FileDialogs;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.flow.RowFlow;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the time line, and the ways to filter it and take it along. */
public final class HistoryController {
  private final HistoryViewModel model;
  private final FileDialogs files;
  private final Texts texts;
  private final RowFlow<HistoryRow> flow;

  @FXML private HBox kinds;
  @FXML private CheckBox messages;
  @FXML private StackPane stage;
  @FXML private VBox empty;

  HistoryController(HistoryViewModel model, FileDialogs files, When when, Texts texts) {
    this.model = model;
    this.files = files;
    this.texts = texts;
    this.flow = new RowFlow<>(new HistoryRowKind(when), false);
  }

  @FXML
  void initialize() {
    flow.setAccessibleText(texts.of("history"));
    stage.getChildren().addFirst(flow);
    ToggleGroup group = new ToggleGroup();
    kinds.getChildren().add(filter(null, texts.of("kind.all"), group));
    for (Kind kind : Kind.values()) {
      kinds.getChildren().add(filter(kind, texts.of("kind", kind), group));
    }
    group.selectToggle(group.getToggles().getFirst());
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                model.onlyProperty().set((Kind) now.getUserData());
              }
            });
    messages.selectedProperty().bindBidirectional(model.messagesProperty());
    messages.disableProperty().bind(model.onlyProperty().isNotNull());
    model.rowsProperty().subscribe(this::show);
    flow.atEndProperty()
        .subscribe(
            end -> {
              if (end) {
                model.loadOlder();
              }
            });
  }

  @FXML
  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.asText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  @FXML
  void exportCsv() {
    export(HistoryExport.Format.CSV);
  }

  @FXML
  void exportJson() {
    export(HistoryExport.Format.JSON);
  }

  private void export(HistoryExport.Format format) {
    files
        .save(texts.of("export.title"), model.fileName(format))
        .ifPresent(file -> model.export(file, format));
  }

  private ToggleButton filter(@Nullable Kind kind, String title, ToggleGroup group) {
    ToggleButton button = new ToggleButton(title);
    button.getStyleClass().addAll("dh-ghost", "filter", "dh-caption");
    button.setUserData(kind);
    button.setToggleGroup(group);
    return button;
  }

  private void show(List<HistoryRow> rows) {
    flow.setRows(rows);
    empty.setVisible(rows.isEmpty());
  }
}
