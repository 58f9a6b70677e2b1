package io.deskhand.console.app;

import io.deskhand.console.bind.Failures;
import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.signin.SignInController;
import io.deskhand.console.signin.SignInViewModel;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.FxThread;
import io.deskhand.console.ui.Preferences;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Theme;
import io.deskhand.console.ui.Views;
import io.deskhand.console.ui.When;
import io.deskhand.sync.Accounts;
import io.deskhand.sync.Desk;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The composition root of the console: one window, in it the sign-in screen or a desk. FX thread
 * only.
 */
public final class Console {
  private static final List<Integer> ICON_SIDES = List.of(16, 32, 48, 64, 128, 256);

  private final ConsoleOptions options;
  private final Stage stage;
  private final Runnable onClosed;
  private final Texts texts = Texts.of(Console.class);
  private final FxThread fx = new FxThread();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("console").factory());
  private final Toasts toasts = new Toasts();
  private final Frame frame = new Frame(toasts.node());
  private final Surroundings surroundings;
  private final WindowMemory memory;
  // Begun before there was a toolkit; null once it was waited for.
  private @Nullable CompletableFuture<Opening> early;
  private volatile @Nullable Accounts accounts;
  private @Nullable DeskScreen screen;

  /**
   * A console in {@code stage}.
   *
   * @param onClosed called when the window is closed and everything is on disk; on any thread
   */
  public Console(ConsoleOptions options, Stage stage, Runnable onClosed) {
    this(options, null, stage, onClosed);
  }

  /**
   * The same with what has begun already.
   *
   * @param early null if nothing has
   */
  Console(
      ConsoleOptions options,
      @Nullable CompletableFuture<Opening> early,
      Stage stage,
      Runnable onClosed) {
    this.options = options;
    this.early = early;
    this.stage = stage;
    this.onClosed = onClosed;
    Preferences preferences =
        new Preferences(options.profile().resolve("console.properties"), background);
    Theme theme = new Theme();
    new Look(preferences).connect(theme);
    this.surroundings =
        new Surroundings(
            theme,
            preferences,
            new Commands(),
            toasts,
            new Outcomes(fx, toasts),
            new Browser(),
            fx,
            background,
            options.clock(),
            new When(options.clock()),
            options.profile());
    this.memory = new WindowMemory(preferences);
  }

  /** Shows the window: the desk of the last session, or the way to one. */
  public void show() {
    Scene scene = new Scene(frame.root());
    surroundings.theme().dress(scene);
    surroundings.commands().install(scene);
    stage.setScene(scene);
    stage.setTitle(texts.of("window.title"));
    ICON_SIDES.forEach(side -> stage.getIcons().add(icon(side)));
    memory.restore(stage);
    stage.setOnCloseRequest(event -> close());
    open();
    stage.show();
  }

  private void open() {
    frame.show(StartScreen.opening());
    CompletableFuture<Opening> opening =
        early == null ? Opening.begin(options.accounts(), background) : early;
    early = null;
    var _ =
        opening.whenComplete(
            (opened, problem) ->
                fx.execute(
                    () -> {
                      if (problem == null) {
                        accounts = opened.accounts();
                        opened(opened.desk());
                      } else {
                        frame.show(StartScreen.failed(Failures.of(problem), this::open));
                      }
                    }));
  }

  private void opened(Optional<Desk> desk) {
    desk.ifPresentOrElse(this::showDesk, () -> showSignIn(options.startDemo()));
  }

  private void showSignIn(boolean startDemo) {
    SignInViewModel model =
        new SignInViewModel(
            Objects.requireNonNull(accounts, "opened"), options.demo(), fx, this::showDesk);
    if (options.server() != null) {
      model.serverProperty().set(options.server().toString());
    }
    if (options.email() != null) {
      model.emailProperty().set(options.email());
    }
    SignInController controller = new SignInController(model);
    Parent view = Views.load(controller);
    frame.show(view);
    stage.setTitle(texts.of("window.title"));
    controller.focus();
    if (startDemo) {
      model.startDemo();
    }
  }

  private void showDesk(Desk desk) {
    leaveDesk();
    screen =
        new DeskScreen(
            desk, surroundings, frame, new DeskScreen.Exits(this::signInAgain, this::signedOut));
    frame.show(screen.node());
    screen.attached();
    stage.setTitle(texts.of("window.title.signed.in", desk.me().name()));
  }

  private void signInAgain() {
    leaveDesk();
    showSignIn(false);
  }

  private void signedOut() {
    signInAgain();
    toasts.notice(texts.of("sign.out.done"));
  }

  private void leaveDesk() {
    if (screen != null) {
      screen.close();
      screen = null;
    }
  }

  private void close() {
    memory.remember(stage);
    leaveDesk();
    Accounts open = accounts;
    background.execute(
        () -> {
          try (open) {
            surroundings.preferences().save();
          } finally {
            onClosed.run();
          }
        });
  }

  private static Image icon(int side) {
    String name = "icons/deskhand-" + side + ".png";
    return new Image(
        Objects.requireNonNull(Console.class.getResource(name), name).toExternalForm());
  }
}
