package io.deskhand.console.newticket;

import io.deskhand.console.ui.Words;
import io.deskhand.model.Category;
import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The sheet for a new ticket: the desk stays usable beside it. FX thread only. */
public final class NewTicketController {
  private final NewTicketViewModel model;
  private final Runnable close;

  @FXML private VBox root;
  @FXML private TextField subject;
  @FXML private TextField customer;
  @FXML private TextField email;
  @FXML private TextArea description;
  @FXML private ComboBox<Category> category;
  @FXML private ComboBox<Priority> priority;
  @FXML private ComboBox<Channel> channel;
  @FXML private Button create;
  @FXML private Button cancel;
  @FXML private Button dismiss;

  /** {@code close} takes the sheet away; what was typed stays in it. */
  public NewTicketController(NewTicketViewModel model, Runnable close) {
    this.model = model;
    this.close = close;
  }

  @FXML
  void initialize() {
    subject.textProperty().bindBidirectional(model.subjectProperty());
    customer.textProperty().bindBidirectional(model.customerProperty());
    email.textProperty().bindBidirectional(model.emailProperty());
    description.textProperty().bindBidirectional(model.descriptionProperty());
    category.valueProperty().bindBidirectional(model.categoryProperty());
    priority.valueProperty().bindBidirectional(model.priorityProperty());
    channel.valueProperty().bindBidirectional(model.channelProperty());
    priority.getItems().setAll(Priority.values());
    channel.getItems().setAll(Channel.values());
    category.setConverter(words(Category::label));
    priority.setConverter(words(Words::of));
    channel.setConverter(words(Words::of));
    create
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.isComplete(),
                model.subjectProperty(),
                model.customerProperty(),
                model.emailProperty()));
    create.setOnAction(event -> model.create());
    cancel.setOnAction(event -> close.run());
    dismiss.setOnAction(event -> close.run());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Call it once the sheet is on the screen. */
  public void begin() {
    category.getItems().setAll(model.categories());
    subject.requestFocus();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && model.isComplete()) {
      model.create();
      event.consume();
    }
  }

  private static <T> StringConverter<T> words(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }
}
