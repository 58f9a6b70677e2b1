package io.deskhand.console.conversation;

import io.deskhand.console.conversation.Conversation.Presence;
import io.deskhand.console.conversation.Row.Bubble;
import io.deskhand.console.ui.FileDialogs;
import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.flow.RowFlow;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the conversation's rows, and where the person stands in them. */
public final class ConversationController implements BubbleActions {
  private static final double UNREAD_BELOW = 24;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final ConversationViewModel model;
  private final Texts texts;
  private final FileDialogs dialogs;
  private final FilePictures pictures;
  private final RowFlow<Row> flow;

  @FXML private VBox root;
  @FXML private StackPane stage;
  @FXML private VBox empty;
  @FXML private VBox offline;
  @FXML private VBox skeleton;
  @FXML private Button below;
  @FXML private Label typing;

  private @Nullable UUID shownTicket;
  private @Nullable Object lastKey;
  private @Nullable SelectableText selecting;

  ConversationController(
      ConversationViewModel model,
      When when,
      Texts texts,
      Links links,
      FileDialogs dialogs,
      FilePictures pictures) {
    this.model = model;
    this.texts = texts;
    this.dialogs = dialogs;
    this.pictures = pictures;
    this.flow = new RowFlow<>(new ConversationRowKind(this, when, texts, links), true);
  }

  @FXML
  void initialize() {
    flow.setAccessibleText(texts.of("conversation"));
    stage.getChildren().addFirst(flow);
    flow.addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
    flow.atEndProperty().subscribe(this::movedToEnd);
    flow.nearStartProperty()
        .subscribe(
            near -> {
              if (near) {
                model.loadOlder();
              }
            });
    Nodes.show(below, false);
    typing.textProperty().bind(model.typingProperty());
    model.shownProperty().subscribe(this::show);
    root.sceneProperty()
        .flatMap(scene -> scene.windowProperty())
        .flatMap(window -> window.focusedProperty())
        .subscribe(focused -> markSeen());
  }

  @FXML
  void toEnd() {
    flow.scrollToEnd();
    flow.requestFocus();
  }

  @Override
  public void sendAnyway(Bubble bubble) {
    model.sendAnyway(bubble);
  }

  @Override
  public void toDraft(Bubble bubble) {
    model.toDraft(bubble);
  }

  @Override
  public void discard(Bubble bubble) {
    model.discard(bubble);
  }

  @Override
  public void open(FileItem file) {
    model.open(file);
  }

  @Override
  public void save(FileItem file) {
    dialogs
        .save(texts.of("files.save.title"), file.attachment().name())
        .ifPresent(target -> model.save(file, target));
  }

  @Override
  public void picture(FileItem file, Consumer<Image> target) {
    UUID ticket = model.shownProperty().get().ticketId();
    if (ticket != null) {
      pictures.show(ticket, file.attachment(), target);
    }
  }

  @Override
  public ObservableValue<Finder> finder() {
    return model.finder();
  }

  @Override
  public void selecting(SelectableText words) {
    if (selecting != null && selecting != words) {
      selecting.clear();
    }
    selecting = words;
  }

  private void show(Conversation now) {
    boolean loaded = now.presence() == Presence.HERE;
    Nodes.show(offline, now.presence() == Presence.NOT_HERE_WHILE_OFFLINE);
    Nodes.show(skeleton, now.presence() == Presence.LOADING && now.rows().isEmpty());
    Nodes.show(empty, loaded && now.ticketId() != null && now.rows().isEmpty());
    Object newest = now.rows().isEmpty() ? null : now.rows().getLast().key();
    boolean news = !Objects.equals(newest, lastKey);
    lastKey = newest;
    if (!Objects.equals(now.ticketId(), shownTicket)) {
      open(now);
      return;
    }
    boolean wasEmpty = flow.isEmpty();
    flow.setRows(now.rows());
    if (wasEmpty) {
      begin(now);
    } else if (news && newest != null) {
      arrived(now);
    }
  }

  private void open(Conversation now) {
    shownTicket = now.ticketId();
    selecting = null;
    flow.reset(now.rows());
    begin(now);
  }

  private void begin(Conversation now) {
    Nodes.show(below, false);
    int unread = now.firstUnread();
    if (unread >= 0) {
      flow.scrollTo(unread, UNREAD_BELOW);
    } else {
      flow.scrollToEnd();
    }
  }

  private void arrived(Conversation now) {
    boolean mine =
        now.rows().getLast() instanceof Bubble bubble && bubble.side() != Row.Side.THEIRS;
    if (mine) {
      flow.scrollToEnd();
    } else if (flow.atEndProperty().get()) {
      markSeen();
    } else {
      below.setText(texts.of("below"));
      Nodes.show(below, true);
    }
  }

  private void movedToEnd(boolean atEnd) {
    if (atEnd) {
      Nodes.show(below, false);
      markSeen();
    } else if (!below.isVisible() && !flow.isEmpty()) {
      below.setText(texts.of("below.jump"));
      Nodes.show(below, true);
    }
  }

  /** Only what stands before somebody's eyes has been seen. */
  private void markSeen() {
    boolean watched =
        root.getScene() != null
            && root.getScene().getWindow() != null
            && root.getScene().getWindow().isFocused()
            && root.isVisible();
    if (watched && flow.atEndProperty().get() && !flow.isEmpty()) {
      model.seen();
    }
  }

  private void copy(KeyEvent event) {
    if (COPY.match(event) && selecting != null) {
      selecting.copy();
      event.consume();
    }
  }
}
