package io.deskhand.console.conversation;

import io.deskhand.console.ui.FileDialogs;
import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import io.deskhand.model.Attachment;
import java.util.List;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where replies and notes are written. */
public final class ComposerController {
  private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final ComposerViewModel model;
  private final Texts texts;
  private final FileDialogs dialogs;
  private final FilePictures pictures;
  private final Incoming incoming;
  private final Shortcut sendKey = Shortcut.of("Ctrl+Enter");
  private final Shortcut pasteKey = Shortcut.of("Ctrl+V");

  @FXML private VBox root;
  @FXML private HBox undoBar;
  @FXML private Label undoText;
  @FXML private VBox suggestions;
  @FXML private VBox box;
  @FXML private GrowingTextArea area;
  @FXML private ToggleButton reply;
  @FXML private ToggleButton note;
  @FXML private FlowPane files;
  @FXML private Label hint;
  @FXML private Button send;

  private int chosen;

  ComposerController(
      ComposerViewModel model, Texts texts, FileDialogs dialogs, FilePictures pictures) {
    this.model = model;
    this.texts = texts;
    this.dialogs = dialogs;
    this.pictures = pictures;
    this.incoming = new Incoming(model.files(), texts.of("files.pasted"));
  }

  @FXML
  void initialize() {
    area.textProperty().bindBidirectional(model.textProperty());
    area.caretPositionProperty().subscribe(caret -> moved(caret.intValue()));
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.focusedProperty().subscribe(this::focused);
    model.ticketIdProperty().subscribe(id -> restored());
    root.disableProperty().bind(model.ticketIdProperty().isNull());
    send.disableProperty().bind(model.sendable().not());
    kinds();
    model.internalProperty().subscribe(this::kind);
    model.customerProperty().subscribe(name -> kind(model.internalProperty().get()));
    undoText
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("composer.undo.text", model.secondsLeftProperty().get()),
                model.secondsLeftProperty()));
    model.secondsLeftProperty().subscribe(left -> Nodes.show(undoBar, left.intValue() > 0));
    model.suggestions().subscribe(this::suggest);
    suggest();
    model.files().chips().subscribe(this::showFiles);
    showFiles();
  }

  /** Asks which files to send. */
  @FXML
  void attach() {
    model.files().add(dialogs.open(texts.of("files.attach.title")));
    area.requestFocus();
  }

  /** Takes files that are dropped anywhere on {@code whole}. */
  void takeDropsOn(Node whole) {
    incoming.install(whole, this::dragged);
  }

  private void dragged(boolean over) {
    box.pseudoClassStateChanged(DROP, over);
    if (over) {
      hint.setText(texts.of("files.drop"));
    } else {
      kind(model.internalProperty().get());
    }
  }

  private void showFiles() {
    files.getChildren().setAll(model.files().chips().stream().map(this::chip).toList());
    Nodes.show(files, !model.files().chips().isEmpty());
  }

  private Node chip(FileChip chip) {
    ChipView view =
        new ChipView(
            chip,
            texts,
            out -> {
              model.files().remove(out);
              area.requestFocus();
            });
    UUID ticket = model.ticketIdProperty().get();
    Attachment file = chip.attachment();
    if (file != null && ticket != null) {
      pictures.show(ticket, file, view::show);
    }
    return view;
  }

  @FXML
  void send() {
    model.send();
    area.requestFocus();
  }

  @FXML
  void undo() {
    model.undo();
    area.requestFocus();
    area.positionCaret(model.restoredCaret());
  }

  /** Puts the caret into the field, for a reply or for a note. */
  void write(boolean internal) {
    model.internalProperty().set(internal);
    area.requestFocus();
  }

  void showEnd() {
    area.requestFocus();
    area.end();
  }

  private void kinds() {
    ToggleGroup group = new ToggleGroup();
    reply.setToggleGroup(group);
    note.setToggleGroup(group);
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                model.internalProperty().set(now == note);
              }
            });
  }

  private void kind(boolean internal) {
    (internal ? note : reply).setSelected(true);
    box.pseudoClassStateChanged(NOTE, internal);
    area.setPromptText(
        internal
            ? texts.of("composer.note.prompt")
            : texts.of("composer.reply.prompt", model.customerProperty().get()));
    area.setAccessibleText(texts.of(internal ? "composer.note" : "composer.reply"));
    hint.setText(texts.of(internal ? "composer.note.hint" : "composer.slash"));
    send.setText(texts.of(internal ? "composer.add" : "composer.send"));
  }

  private void restored() {
    area.positionCaret(model.restoredCaret());
    area.setScrollTop(0);
  }

  private void moved(int caret) {
    model.setCaret(caret);
  }

  private void focused(boolean focused) {
    box.pseudoClassStateChanged(ACTIVE, focused);
    if (!focused) {
      model.leave();
    }
  }

  private void pressed(KeyEvent event) {
    if (pasteKey.matches(event) && incoming.paste(Clipboard.getSystemClipboard())) {
      event.consume();
    } else if (sendKey.matches(event)) {
      model.send();
      event.consume();
    } else if (!model.suggestions().isEmpty() && choose(event.getCode())) {
      event.consume();
    }
  }

  private boolean choose(KeyCode code) {
    int count = model.suggestions().size();
    switch (code) {
      case DOWN -> mark((chosen + 1) % count);
      case UP -> mark((chosen + count - 1) % count);
      case ENTER, TAB -> take(model.suggestions().get(chosen));
      case ESCAPE -> model.suggestions().clear();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void take(Canned canned) {
    model.take(canned);
    area.positionCaret(model.restoredCaret());
  }

  private void suggest() {
    List<Node> rows = model.suggestions().stream().map(this::suggestion).toList();
    suggestions.getChildren().setAll(rows);
    Nodes.show(suggestions, !rows.isEmpty());
    mark(0);
  }

  private Node suggestion(Canned canned) {
    Label name = new Label("/" + canned.name());
    name.getStyleClass().addAll("name", "dh-medium");
    name.setMinWidth(Label.USE_PREF_SIZE);
    Label words = new Label(canned.words());
    words.getStyleClass().add("dh-faint");
    HBox row = new HBox(name, words);
    row.getStyleClass().add("suggestion");
    row.setOnMousePressed(event -> take(canned));
    return row;
  }

  private void mark(int index) {
    chosen = index;
    List<Node> rows = suggestions.getChildren();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).pseudoClassStateChanged(CHOSEN, i == index);
    }
  }
}
