package io.deskhand.console.inbox;

import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.When;
import io.deskhand.protocol.Notification;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The panel of notifications. FX thread only. */
public final class InboxController implements AutoCloseable {
  private final InboxViewModel model;
  private final Navigation navigation;
  private final When when;

  @FXML private VBox list;
  @FXML private VBox empty;

  public InboxController(InboxViewModel model, Navigation navigation, When when) {
    this.model = model;
    this.navigation = navigation;
    this.when = when;
  }

  @FXML
  void initialize() {
    model.notificationsProperty().subscribe(this::show);
  }

  /** Puts the keyboard's focus on the newest. */
  public void focus() {
    Node first = list.lookup(".button");
    if (first != null) {
      first.requestFocus();
    }
  }

  @Override
  public void close() {
    model.close();
  }

  private void show(List<Notification> all) {
    empty.setVisible(all.isEmpty());
    empty.setManaged(all.isEmpty());
    list.getChildren().setAll(all.reversed().stream().map(this::row).toList());
  }

  private Node row(Notification notification) {
    Label title = new Label(notification.title());
    title.getStyleClass().add("dh-medium");
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label at = new Label(when.ago(notification.at()));
    at.getStyleClass().addAll("dh-caption", "dh-faint");
    at.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(notification.text());
    text.getStyleClass().add("dh-muted");
    text.setWrapText(true);
    HBox head = new HBox(title, at);
    head.getStyleClass().add("head");
    VBox words = new Lines(head, text);
    words.getStyleClass().add("words");
    Button row = new Button(null, words);
    row.getStyleClass().addAll("dh-ghost", "notification");
    row.setMaxWidth(Double.MAX_VALUE);
    words.prefWidthProperty().bind(row.widthProperty().subtract(24));
    row.setAccessibleText(notification.title() + ". " + notification.text());
    row.setOnAction(event -> navigation.openTicket(notification.ticketId()));
    return row;
  }

  /** As high as its lines are when they wrap, which a button does not ask what it shows. */
  private static final class Lines extends VBox {
    Lines(Node... lines) {
      super(lines);
    }

    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(width < 0 ? getPrefWidth() : width);
    }
  }
}
