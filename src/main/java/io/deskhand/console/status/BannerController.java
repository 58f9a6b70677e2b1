package io.deskhand.console.status;

import io.deskhand.console.status.StatusViewModel.Signal;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The banner above the desk while news does not arrive: calm, and only then. FX thread only. */
public final class BannerController {
  private static final PseudoClass SIGNED_OUT = PseudoClass.getPseudoClass("signed-out");

  private final StatusViewModel model;
  private final When when;
  private final Runnable signInAgain;
  private final Texts texts = Texts.of(BannerController.class);

  @FXML private HBox root;
  @FXML private FontIcon icon;
  @FXML private Label title;
  @FXML private Label text;
  @FXML private Button action;

  /** {@code signInAgain} goes to the sign-in screen. */
  public BannerController(StatusViewModel model, When when, Runnable signInAgain) {
    this.model = model;
    this.when = when;
    this.signInAgain = signInAgain;
  }

  @FXML
  void initialize() {
    model.signal().subscribe(this::show);
    model.nextAttempt().subscribe(next -> show(model.signal().getValue()));
  }

  private void show(Signal signal) {
    boolean shown =
        signal == Signal.OFFLINE || signal == Signal.SWITCHED_OFF || signal == Signal.SIGNED_OUT;
    root.setVisible(shown);
    root.setManaged(shown);
    if (!shown) {
      return;
    }
    boolean signedOut = signal == Signal.SIGNED_OUT;
    String key = "banner." + signal.name().toLowerCase(Locale.ROOT);
    root.pseudoClassStateChanged(SIGNED_OUT, signedOut);
    icon.setIconLiteral(signedOut ? "fth-log-in" : "fth-wifi-off");
    title.setText(texts.of(key + ".title"));
    String next =
        model
            .nextAttempt()
            .getValue()
            .map(moment -> " " + texts.of("banner.next", when.exactTime(moment)))
            .orElse("");
    text.setText(texts.of(key + ".text") + next);
    action.setVisible(signal != Signal.OFFLINE);
    action.setManaged(action.isVisible());
    if (signedOut) {
      action.setText(texts.of("banner.sign.in"));
      action.setOnAction(event -> signInAgain.run());
    } else {
      action.setText(texts.of("banner.go.online"));
      action.setOnAction(event -> model.switchedOffProperty().set(false));
    }
  }
}
