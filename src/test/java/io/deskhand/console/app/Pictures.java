package io.deskhand.console.app;

import io.deskhand.console.fixture.FixtureAccounts;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixtureDemo;
import io.deskhand.console.fixture.FixtureDesk;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.console.fixture.RealTime;
import io.deskhand.model.Status;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Walks every screen in both themes at 1440 × 900 and writes what it sees. Needs a display of that
 * size. Argument: the folder for the pictures.
 */
final class Pictures {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final int NARROW = 980;
  private static final int PULSES = 45;

  private record Step(String name, Runnable action) {}

  private final Path target;
  private final List<Step> steps = new ArrayList<>();
  private final RealTime time = new RealTime();
  private final FixtureDesk desk =
      new FixtureDesk(time, FixtureData.standard(), FixturePeople.leading(FixturePeople.MAX));
  private final AtomicReference<Throwable> trouble = new AtomicReference<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private Stage stage;
  private String theme = "light";

  private Pictures(Path target) {
    this.target = target;
  }

  public static void main(String[] args) throws Exception {
    Pictures pictures = new Pictures(Files.createDirectories(Path.of(args[0])));
    pictures.run(Files.createTempDirectory("deskhand-pictures"));
    if (pictures.trouble.get() != null) {
      throw new IllegalStateException("A picture failed", pictures.trouble.get());
    }
    System.exit(0);
  }

  private void run(Path profile) throws Exception {
    FixtureAccounts accounts = new FixtureAccounts(agent -> desk);
    desk.setDelay(Duration.ofMillis(300));
    Platform.startup(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> fail(problem));
          stage = new Stage();
          new Console(
                  new ConsoleOptions(
                      profile,
                      () -> accounts,
                      FixtureAccounts.SERVER,
                      "max@demo.desk",
                      FixtureDemo.ready(),
                      false,
                      Clock.systemDefaultZone()),
                  stage,
                  done::countDown)
              .show();
          plan();
          next();
        });
    done.await();
  }

  private void plan() {
    signIn();
    tour();
    steps.add(new Step(null, () -> press("themeToggle")));
    steps.add(new Step(null, () -> theme = "dark"));
    tour();
    steps.add(new Step("sign-in-light-again", () -> press("themeToggle")));
  }

  private void signIn() {
    shot("sign-in", () -> {});
    steps.add(new Step(null, () -> text("password").setText("wrong")));
    shot("sign-in-refused", () -> press("signIn"));
    shot("demo-people", () -> press("demo"));
    steps.add(new Step(null, () -> press("back")));
    steps.add(new Step(null, () -> text("password").setText("demo")));
    steps.add(new Step(null, () -> press("signIn")));
  }

  private void tour() {
    UUID lively = FixtureData.LIVELY;
    shot("desk", () -> key(KeyCode.HOME));
    shot("no-news", () -> press("inbox"));
    steps.add(new Step(null, () -> press("inbox")));
    steps.add(
        new Step(
            null,
            () ->
                desk.notify(
                    new Notification(
                        lively,
                        "Cora Lindqvist wrote",
                        "I still cannot see the transfer",
                        Clock.systemUTC().instant()))));
    shot("inbox", () -> press("inbox"));
    steps.add(new Step(null, () -> press("inbox")));
    shot("compact", () -> press("compact"));
    steps.add(new Step(null, () -> press("compact")));
    shot("search", () -> type("search", "status:pending,in_progress priority:high tag:vip"));
    shot("completion", () -> type("search", "status:open ass"));
    shot("found", () -> type("search", "it tkt-2026-0"));
    shot("nothing-found", () -> type("search", "zeppelin"));
    steps.add(new Step(null, () -> text("search").clear()));
    ticket();
    steps.add(new Step(null, () -> list().requestFocus()));
    shot("selected", this::selectSome);
    shot("bulk-resolve", () -> bulk(2, "Fixed with today's release."));
    shot("bulk-running", () -> press("apply"));
    shot("bulk-done", () -> {});
    shot("palette", () -> key(KeyCode.K, true));
    steps.add(new Step(null, () -> key(KeyCode.ESCAPE)));
    shot("keys", () -> press("keys"));
    steps.add(new Step(null, () -> key(KeyCode.ESCAPE)));
    shot("new-ticket", () -> press("newTicket"));
    steps.add(new Step(null, () -> press("dismiss")));
    steps.add(new Step(null, () -> desk.setOffline(true)));
    steps.add(new Step(null, () -> bulkOffline()));
    shot("offline", () -> list().requestFocus());
    shot("outbox", () -> press("outbox"));
    steps.add(new Step(null, () -> press("outbox")));
    steps.add(new Step(null, () -> desk.setOffline(false)));
    trouble();
    shot("settings", () -> press("settings"));
    steps.add(new Step(null, () -> press("desk")));
    sizes();
  }

  private void ticket() {
    for (String sheet : List.of("assign", "escalate", "resolve")) {
      shot(sheet, () -> press("action-" + sheet));
      steps.add(new Step(null, () -> key(KeyCode.ESCAPE)));
    }
    shot("priority", () -> press("priority"));
    steps.add(new Step(null, () -> key(KeyCode.ESCAPE)));
    shot("history", () -> press("tab-history"));
    shot("details", () -> press("tab-details"));
    steps.add(new Step(null, () -> press("tab-conversation")));
    shot("canned", () -> type("area", "/"));
    steps.add(new Step(null, () -> text("area").clear()));
    shot("countdown", () -> say("I have asked the bank."));
    shot("note", () -> press("note"));
    steps.add(new Step(null, () -> press("reply")));
  }

  /** What is shown when something goes wrong, and of the sync itself. */
  private void trouble() {
    UUID lively = FixtureData.LIVELY;
    steps.add(new Step(null, () -> list().requestFocus()));
    steps.add(new Step(null, () -> key(KeyCode.HOME)));
    shot("clash", () -> clash(lively));
    shot("held", () -> hold(lively));
    steps.add(new Step(null, () -> type("area", "Dear Cora, I have asked once more and")));
    shot("drafts", () -> press("drafts"));
    steps.add(new Step(null, () -> press("drafts")));
    shot("trouble-outbox", () -> press("outbox"));
    steps.add(new Step(null, () -> press("outbox")));
    shot("health", () -> press("health"));
    shot("health-compared", () -> press("compare"));
    steps.add(new Step(null, () -> press("health")));
    steps.add(new Step(null, () -> desk.outbox().get().forEach(it -> desk.discard(it.id()))));
    steps.add(new Step(null, () -> text("area").clear()));
  }

  private void clash(UUID ticket) {
    Conflict.Field priority = new Conflict.Field("priority", "medium", "low", "urgent");
    desk.keepNext(PendingIntent.State.REFUSED, new Conflict.SameFields(List.of(priority)));
    desk.submit(
        new Intent.Update(ticket, TicketPatch.read(Json.parse("{\"priority\":\"urgent\"}"))));
    desk.keepNext(PendingIntent.State.REFUSED, new Conflict.NotPossible(Status.RESOLVED));
    desk.submit(new Intent.Escalate(ticket, "Fraud?", null, null, 3));
  }

  private void hold(UUID ticket) {
    desk.drafts()
        .save(
            new Drafts.Draft(
                UUID.randomUUID(),
                "The refund is booked for Monday, you will see it",
                0,
                false,
                Clock.systemUTC().instant()));
    int seen = desk.open(ticket).state().get().conversation().size();
    desk.setCustomerAnswers(false);
    desk.customerWrites(ticket, "It has arrived just now, thank you so much!");
    desk.keepNext(PendingIntent.State.HELD, new Conflict.MovedOn(seen));
    desk.submit(
        new Intent.Say(ticket, UUID.randomUUID(), "The bank says it will be there soon.", false));
  }

  private void say(String words) {
    type("area", words);
    press("send");
  }

  private void sizes() {
    steps.add(new Step(null, () -> slider().setValue(slider().getMax())));
    shot("large-text", () -> list().requestFocus());
    shot("large-settings", () -> press("settings"));
    steps.add(new Step(null, () -> slider().setValue(slider().getMin())));
    steps.add(new Step(null, () -> press("desk")));
    shot("narrow", () -> stage.setWidth(NARROW));
    steps.add(new Step(null, () -> stage.setWidth(WIDTH)));
  }

  private Slider slider() {
    return (Slider) node("textSize");
  }

  private void selectSome() {
    for (int i = 0; i < 6; i++) {
      key(KeyCode.SPACE);
      key(KeyCode.DOWN);
    }
  }

  private void bulk(int verb, String words) {
    ((ButtonBase) all("verbs").get(verb)).fire();
    text("words").setText(words);
  }

  private void bulkOffline() {
    selectSome();
    ((ButtonBase) all("verbs").get(0)).fire();
    press("apply");
  }

  private void shot(String name, Runnable action) {
    steps.add(new Step(name, action));
  }

  /** Runs the next step, lets the window come to rest, and takes its picture. */
  private void next() {
    if (steps.isEmpty() || trouble.get() != null) {
      stage.close();
      done.countDown();
      return;
    }
    Step step = steps.removeFirst();
    try {
      step.action().run();
    } catch (RuntimeException e) {
      fail(new IllegalStateException("Step " + step.name(), e));
    }
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        pulses++;
        if (pulses == PULSES) {
          stop();
          if (step.name() != null) {
            write(step.name());
          }
          next();
        }
      }
    }.start();
  }

  private void write(String name) {
    WritableImage seen = new Robot().getScreenCapture(null, 0, 0, WIDTH, HEIGHT);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, seen.getPixelReader().getArgb(x, y));
      }
    }
    try {
      ImageIO.write(image, "png", target.resolve(name + "-" + theme + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fail(Throwable problem) {
    trouble.compareAndSet(null, problem);
  }

  private Scene scene() {
    return stage.getScene();
  }

  private Node node(String id) {
    Node found = scene().lookup("#" + id);
    if (found == null) {
      throw new IllegalStateException("There is no " + id);
    }
    return found;
  }

  private Node list() {
    return scene().lookup(".row-list");
  }

  private List<Node> all(String id) {
    return ((javafx.scene.Parent) node(id)).getChildrenUnmodifiable();
  }

  private void press(String id) {
    if (node(id) instanceof ToggleButton toggle) {
      toggle.fire();
    } else {
      ((ButtonBase) node(id)).fire();
    }
  }

  private TextInputControl text(String id) {
    return (TextInputControl) node(id);
  }

  private void type(String id, String words) {
    text(id).requestFocus();
    text(id).setText(words);
    text(id).end();
  }

  private void key(KeyCode code) {
    key(code, false);
  }

  private void key(KeyCode code, boolean control) {
    Node focused = scene().getFocusOwner();
    KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    (focused == null ? scene().getRoot() : focused).fireEvent(event);
  }
}
