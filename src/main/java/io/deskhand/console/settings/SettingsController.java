package io.deskhand.console.settings;

import atlantafx.base.controls.ToggleSwitch;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Theme;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;

/** The settings page. FX thread only. */
public final class SettingsController implements AutoCloseable {
  private static final PseudoClass CONFIRMING = PseudoClass.getPseudoClass("confirming");
  private final SettingsViewModel model;
  private final Texts texts = Texts.of(SettingsController.class);
  private Subscription watch = Subscription.EMPTY;

  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private ToggleButton system;
  @FXML private ToggleSwitch compact;
  @FXML private Slider textSize;
  @FXML private Label textSizeValue;
  @FXML private Label profile;
  @FXML private Label keyPlace;
  @FXML private Label who;
  @FXML private Button signOut;
  @FXML private Label signOutText;
  @FXML private Button everywhere;
  @FXML private Label everywhereText;

  public SettingsController(SettingsViewModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    ToggleGroup themes = new ToggleGroup();
    for (Theme.Mode mode : Theme.Mode.values()) {
      ToggleButton button = button(mode);
      button.setToggleGroup(themes);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.modeProperty().set(mode);
          });
    }
    compact.selectedProperty().bindBidirectional(model.compactProperty());
    textSize.setMax(Theme.LARGEST);
    textSize.setValue(model.textScaleProperty().get());
    textSize
        .valueProperty()
        .subscribe(
            value -> {
              if (!textSize.isValueChanging()) {
                model.textScaleProperty().set(value.doubleValue());
              }
            });
    textSize
        .valueChangingProperty()
        .subscribe(
            changing -> {
              if (!changing) {
                model.textScaleProperty().set(textSize.getValue());
              }
            });
    watch =
        model
            .modeProperty()
            .subscribe(mode -> button(mode).setSelected(true))
            .and(
                model
                    .textScaleProperty()
                    .subscribe(
                        scale ->
                            textSizeValue.setText(texts.of("text.value", scale.doubleValue()))));
    profile.setText(model.profile());
    keyPlace.setText(model.keyPlace());
    who.setText(model.who());
    signOut.setOnAction(event -> model.leaving().signOut());
    everywhere.setOnAction(event -> model.leaving().signOutEverywhere());
    watch =
        watch.and(
            model
                .leaving()
                .confirmingProperty()
                .subscribe(
                    asked -> {
                      everywhere.setText(
                          texts.of(asked ? "everywhere.confirm" : "everywhere.button"));
                      everywhere.pseudoClassStateChanged(CONFIRMING, asked);
                    }));
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  private ToggleButton button(Theme.Mode mode) {
    return switch (mode) {
      case LIGHT -> light;
      case DARK -> dark;
      case SYSTEM -> system;
    };
  }

  /** Brings what depends on the outbox up to date: call it when the page is shown. */
  public void refresh() {
    signOutText.setText(texts.of("sign.out.text", model.leaving().unsent()));
    everywhereText.setText(texts.of("everywhere.text", model.leaving().unsentWords()));
    model.leaving().refresh();
  }
}
