package io.deskhand.console.signin;

import io.deskhand.console.signin.SignInViewModel.Phase;
import io.deskhand.console.ui.Avatar;
import io.deskhand.console.ui.Failure;
import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import io.deskhand.console.ui.Words;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sign-in screen. FX thread only. */
public final class SignInController {
  private static final double AVATAR = 32;

  private final SignInViewModel model;
  private final Texts texts = Texts.of(SignInController.class);

  @FXML private VBox form;
  @FXML private VBox preparing;
  @FXML private VBox people;
  @FXML private VBox peopleList;
  @FXML private TextField server;
  @FXML private TextField email;
  @FXML private PasswordField password;
  @FXML private Button signIn;
  @FXML private Button demo;
  @FXML private Button back;
  @FXML private ProgressBar progress;
  @FXML private Label progressText;
  @FXML private VBox failureBox;
  @FXML private Label failureTitle;
  @FXML private Label failureText;
  @FXML private Label failureCode;
  @FXML private Button copyDetails;

  public SignInController(SignInViewModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    server.textProperty().bindBidirectional(model.serverProperty());
    email.textProperty().bindBidirectional(model.emailProperty());
    password.textProperty().bindBidirectional(model.passwordProperty());
    signIn
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.isComplete() || model.phaseProperty().get() == Phase.SIGNING_IN,
                model.serverProperty(),
                model.emailProperty(),
                model.passwordProperty(),
                model.phaseProperty()));
    signIn.setOnAction(event -> model.signIn());
    demo.setOnAction(event -> model.startDemo());
    back.setOnAction(event -> model.back());
    model.demo().people().forEach(person -> peopleList.getChildren().add(personButton(person)));
    model.phaseProperty().subscribe(this::showPhase);
    model.failureProperty().subscribe(this::showFailure);
    model.progressProperty().subscribe(this::showProgress);
  }

  /** Puts the caret into the first field that is empty. */
  public void focus() {
    TextField first = password;
    if (server.getText().isBlank()) {
      first = server;
    } else if (email.getText().isBlank()) {
      first = email;
    }
    first.requestFocus();
  }

  private void showPhase(Phase phase) {
    boolean signingIn = phase == Phase.SIGNING_IN;
    if (!signingIn) {
      Nodes.show(form, phase == Phase.ASKING);
      Nodes.show(preparing, phase == Phase.PREPARING_DEMO);
      Nodes.show(people, phase == Phase.CHOOSING_PERSON);
    }
    form.setDisable(signingIn);
    people.setDisable(signingIn);
    signIn.setText(texts.of(signingIn ? "sign.in.busy" : "sign.in"));
    if (phase == Phase.CHOOSING_PERSON) {
      peopleList.getChildren().getFirst().requestFocus();
    }
  }

  private void showFailure(@Nullable Failure failure) {
    Nodes.show(failureBox, failure != null);
    if (failure != null) {
      failureTitle.setText(failure.title());
      failureText.setText(failure.message());
      failureCode.setText(failure.code());
      copyDetails.setOnAction(event -> copy(failure));
    }
  }

  private void showProgress(DemoProgress now) {
    progress.setProgress(now.fraction());
    progressText.setText(
        now.total() == 0
            ? texts.of("demo.starting")
            : texts.of("demo.progress", now.done(), now.total()));
  }

  private Button personButton(DemoHost.Person person) {
    Avatar avatar = new Avatar(AVATAR);
    avatar.setPerson(person.name());
    Tip.setText(avatar, null);
    Label name = new Label(person.name());
    name.getStyleClass().add("dh-medium");
    String role = Words.of(person.role());
    Label what =
        new Label(person.tier() == 0 ? role : texts.of("person.tier", role, person.tier()));
    what.getStyleClass().addAll("dh-caption", "dh-muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    VBox words = new VBox(name, what);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox line = new HBox(avatar, words, space, new FontIcon("fth-arrow-right"));
    line.getStyleClass().add("person-line");
    Button button = new Button(null, line);
    button.getStyleClass().addAll("dh-ghost", "person");
    button.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(button.widthProperty().subtract(24));
    button.setAccessibleText(texts.of("person.spoken", person.name(), what.getText()));
    button.setOnAction(event -> model.signInAs(person));
    return button;
  }

  private static void copy(Failure failure) {
    ClipboardContent content = new ClipboardContent();
    content.putString(failure.copyText());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
