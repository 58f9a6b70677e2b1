package io.deskhand.console.status;

import atlantafx.base.controls.ToggleSwitch;
import io.deskhand.console.status.StatusViewModel.Signal;
import io.deskhand.console.ui.Avatar;
import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Theme;
import io.deskhand.console.ui.Tip;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.Words;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.WireEnum;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The status bar. FX thread only. */
public final class StatusController implements AutoCloseable {
  private static final double AVATAR = 18;
  private static final PseudoClass NEEDS_LOOK = PseudoClass.getPseudoClass("needs-look");

  /** What the bar's buttons open. */
  public interface Panels {
    void toggleOutbox(Region at);

    void toggleInbox(Region at);

    void toggleDrafts(Region at);

    void toggleHealth(Region at);
  }

  private final StatusViewModel model;
  private final Theme theme;
  private final When when;
  private final Commands commands;
  private final Panels panels;
  private final Texts texts = Texts.of(StatusController.class);
  private Commands.@Nullable Registration registration;
  private Subscription themeWatch = Subscription.EMPTY;

  @FXML private HBox root;
  @FXML private Button health;
  @FXML private Label word;
  @FXML private Label asOf;
  @FXML private Button outbox;
  @FXML private Button drafts;
  @FXML private Button inbox;
  @FXML private Button themeToggle;
  @FXML private FontIcon themeIcon;
  @FXML private ToggleSwitch offline;
  @FXML private MenuButton me;

  /** {@code panels} opens the panels. */
  public StatusController(
      StatusViewModel model, Theme theme, When when, Commands commands, Panels panels) {
    this.model = model;
    this.theme = theme;
    this.when = when;
    this.commands = commands;
    this.panels = panels;
  }

  @FXML
  void initialize() {
    model.signal().subscribe(this::showSignal);
    model.asOf().subscribe(moment -> showAsOf());
    model.progress().subscribe(ignored -> showAsOf());
    model.waiting().subscribe(waiting -> showOutbox());
    model.needLook().subscribe(needLook -> showOutbox());
    outbox.setOnAction(event -> panels.toggleOutbox(outbox));
    health.setOnAction(event -> panels.toggleHealth(health));
    model.drafts().subscribe(this::showDrafts);
    drafts.setOnAction(event -> panels.toggleDrafts(drafts));
    inbox.setOnAction(event -> panels.toggleInbox(inbox));
    offline.selectedProperty().bindBidirectional(model.switchedOffProperty());
    themeToggle.setOnAction(event -> theme.toggle());
    themeWatch =
        theme
            .darkProperty()
            .subscribe(dark -> themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon"));
    fillMe();
    registration = commands.add(commands());
  }

  /** The button that the outbox belongs to. */
  public Region outboxButton() {
    return outbox;
  }

  /** How many notifications have not been looked at. */
  public void setUnseen(int unseen) {
    inbox.setText(unseen == 0 ? "" : Integer.toString(unseen));
    inbox.pseudoClassStateChanged(NEEDS_LOOK, unseen > 0);
    inbox.setAccessibleText(texts.of("inbox.spoken", unseen));
  }

  @Override
  public void close() {
    if (registration != null) {
      registration.close();
    }
    themeWatch.unsubscribe();
    model.close();
  }

  private void showSignal(Signal signal) {
    for (Signal other : Signal.values()) {
      root.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(other.name().toLowerCase(Locale.ROOT).replace('_', '-')),
          other == signal);
    }
    word.setText(texts.of("signal." + signal.name().toLowerCase(Locale.ROOT)));
    health.setAccessibleText(texts.of("health.spoken", word.getText()));
    showAsOf();
  }

  private void showAsOf() {
    long[] progress = model.progress().getValue();
    boolean catchingUp =
        model.signal().getValue() == Signal.CATCHING_UP && progress[0] < progress[1];
    asOf.setText(
        catchingUp
            ? texts.of("progress", progress[0], progress[1])
            : model
                .asOf()
                .getValue()
                .map(moment -> texts.of("as.of", when.exactTime(moment)))
                .orElse(""));
  }

  private void showOutbox() {
    int waiting = model.waiting().getValue();
    int needLook = model.needLook().getValue();
    String look = needLook > 0 ? texts.of("outbox.look", needLook) : "";
    String all = texts.of("outbox", waiting);
    outbox.setText(look.isEmpty() ? all : waiting == 0 ? look : look + " · " + all);
    outbox.pseudoClassStateChanged(NEEDS_LOOK, needLook > 0);
  }

  private void showDrafts(int written) {
    drafts.setText(texts.of("drafts", written));
    drafts.setVisible(written > 0);
    drafts.setManaged(written > 0);
  }

  private void fillMe() {
    Avatar avatar = new Avatar(AVATAR);
    avatar.setPerson(model.me().name());
    Tip.setText(avatar, null);
    Region state = new Region();
    state.getStyleClass().add("availability");
    HBox both = new HBox(avatar, state);
    both.getStyleClass().add("me-graphic");
    me.setGraphic(both);
    for (AgentStatus status : AgentStatus.values()) {
      MenuItem item = new MenuItem(Words.of(status));
      item.setOnAction(event -> model.setAvailability(status));
      me.getItems().add(item);
    }
    model
        .availability()
        .subscribe(
            now -> {
              for (AgentStatus status : AgentStatus.values()) {
                state.pseudoClassStateChanged(pseudoClass(status), status == now);
              }
              me.setText(texts.of("me", model.me().name(), Words.of(now)));
            });
  }

  private List<Command> commands() {
    String group = texts.of("command.group");
    return List.of(
        Command.always(
            "status.offline",
            texts.of("command.offline"),
            group,
            "fth-wifi-off",
            List.of(Shortcut.of("Ctrl+Shift+O")),
            () -> offline.setSelected(!offline.isSelected())),
        Command.always(
            "status.theme",
            texts.of("command.theme"),
            group,
            "fth-moon",
            List.of(Shortcut.of("Ctrl+Shift+L")),
            theme::toggle),
        Command.always(
            "status.outbox",
            texts.of("command.outbox"),
            group,
            "fth-send",
            List.of(),
            () -> panels.toggleOutbox(outbox)),
        Command.always(
            "status.inbox",
            texts.of("command.inbox"),
            group,
            "fth-bell",
            List.of(),
            () -> panels.toggleInbox(inbox)),
        Command.always(
            "status.drafts",
            texts.of("command.drafts"),
            group,
            "fth-edit-3",
            List.of(),
            () -> panels.toggleDrafts(drafts.isVisible() ? drafts : outbox)),
        Command.always(
            "status.health",
            texts.of("command.health"),
            group,
            "fth-activity",
            List.of(Shortcut.of("Ctrl+Shift+H")),
            () -> panels.toggleHealth(health)));
  }

  private static PseudoClass pseudoClass(WireEnum value) {
    return PseudoClass.getPseudoClass(value.wire());
  }
}
