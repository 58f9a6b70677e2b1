package io.deskhand.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.console.fixture.FixtureDemo;
import io.deskhand.demo.DemoDesk;
import io.deskhand.demo.DemoOptions;
import io.deskhand.demo.DemoPeople;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.cache.KnownKey;
import io.deskhand.sync.engine.SyncAccounts;
import io.deskhand.sync.engine.Timing;
import io.deskhand.sync.flow.Backoff;
import io.deskhand.sync.rest.AuthApi;
import io.deskhand.sync.rest.DeskApi;
import io.deskhand.sync.rest.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole desk as its user has it, with nothing in the place of anything: the window, the sync
 * layer with its encrypted cache, and a demo desk over HTTP and WebSocket with customers who live.
 */
@Isolated("there is one toolkit")
@ExtendWith(ApplicationExtension.class)
class WholeDeskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As for people, but back at once when the backend is. */
  private static final Timing IMPATIENT =
      new Timing(
          Timing.STANDARD.connect(),
          Timing.STANDARD.call(),
          Timing.STANDARD.heartbeat(),
          new Backoff(Duration.ofMillis(50), Duration.ofMillis(500)),
          new Backoff(Duration.ofMillis(50), Duration.ofMillis(500)),
          Timing.STANDARD.jobPoll(),
          Timing.STANDARD.typingRepeat(),
          Timing.STANDARD.typingIdle());

  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  @TempDir private Path folder;
  private DemoDesk backend;
  private Stage stage;

  @Start
  void start(Stage first) {
    backend = DemoDesk.start(options(0), progress -> {});
    stage = first;
    new Console(
            new ConsoleOptions(
                folder.resolve("profile"),
                this::accounts,
                backend.address(),
                DemoPeople.LEA.email(),
                FixtureDemo.ready(),
                false,
                Clock.systemUTC()),
            stage,
            () -> closed.complete(null))
        .show();
    stage.setWidth(980);
    stage.setHeight(900);
  }

  private DemoOptions options(int port) {
    return DemoOptions.in(folder.resolve("server")).withPort(port).withTickets(60).withSpeed(240);
  }

  private SyncAccounts accounts() {
    return SyncAccounts.open(
        folder.resolve("profile").resolve("desk"),
        new KnownKey(),
        Clock.systemUTC(),
        new Random(3),
        IMPATIENT);
  }

  @AfterEach
  void close(FxRobot robot) throws Exception {
    robot.interact(
        () -> stage.getOnCloseRequest().handle(new javafx.stage.WindowEvent(stage, null)));
    closed.get(20, TimeUnit.SECONDS);
    backend.close();
  }

  @Test
  void aDayAtTheDesk(FxRobot robot) throws Exception {
    signIn(robot);

    search(robot, "cora jensen ");
    awaitNode("#emptyAction");
    robot.interact(() -> ((Button) node("#emptyAction")).fire());
    openATicketOfCora(robot);
    write(robot, "Hello Cora, I am looking at it");
    awaitSaid("Hello Cora, I am looking at it");
    await("she reads it and answers").atMost(PATIENCE).until(() -> answered("I am looking at it"));

    search(robot, "status:in_progress ");
    resolveThree(robot);

    openATicketOfCora(robot);
    int port = backend.address().getPort();
    backend.close();
    awaitWords("#word", "Offline");
    write(robot, "Written with the backend gone");
    // The second time: without waiting for the moment in which it can be taken back.
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    awaitSaid("Written with the backend gone");
    awaitWords("#outbox", "1 in the outbox");
    backend = DemoDesk.start(options(port), progress -> {});
    awaitWords("#outbox", "Outbox empty");
    assertThat(timesOnTheServer("Written with the backend gone")).isEqualTo(1);
  }

  private void signIn(FxRobot robot) {
    awaitNode("#password");
    robot.interact(() -> ((TextInputControl) node("#password")).setText(DemoPeople.PASSWORD));
    robot.interact(() -> node("#password").requestFocus());
    robot.push(KeyCode.ENTER);
    awaitNode("#viewTitle");
    awaitWords("#word", "Live");
  }

  private void openATicketOfCora(FxRobot robot) {
    search(robot, "cora jensen ");
    robot.push(KeyCode.ENTER);
    await("her ticket is open")
        .atMost(PATIENCE)
        .until(() -> onFx(() -> customer().contains("Cora Jensen")));
  }

  private void search(FxRobot robot, String words) {
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.interact(
        () -> {
          ((TextInputControl) node("#search")).setText(words);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void write(FxRobot robot, String words) {
    robot.push(KeyCode.R);
    robot.write(words);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
  }

  private void awaitSaid(String words) {
    await("it is on the screen")
        .atMost(PATIENCE)
        .until(() -> said().stream().anyMatch(it -> it.contains(words)));
  }

  private boolean answered(String words) {
    List<String> said = said();
    int mine = said.indexOf(said.stream().filter(it -> it.contains(words)).findFirst().orElse(""));
    return mine >= 0 && mine < said.size() - 1;
  }

  private void resolveThree(FxRobot robot) {
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    await("the bar").until(() -> onFx(() -> node("#bar") != null && node("#bar").isVisible()));
    Node resolve = onFx(() -> node("#verbs").lookupAll(".button").toArray(Node[]::new)[2]);
    robot.interact(() -> ((Button) resolve).fire());
    robot.write("Fixed for all of you");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    await("the result")
        .atMost(PATIENCE)
        .until(
            () ->
                onFx(
                    () ->
                        node("#jobs").lookupAll(".label").stream()
                            .map(label -> ((Labeled) label).getText())
                            .anyMatch(text -> text != null && text.contains("3 done"))));
  }

  /** Every message on the screen, in order. */
  private List<String> said() {
    return onFx(
        () ->
            node("#ticketPlace").lookupAll(".paper").stream()
                .filter(paper -> paper.isVisible() && paper.localToScene(0, 0).getY() > 0)
                .sorted(Comparator.comparingDouble(paper -> paper.localToScene(0, 0).getY()))
                .map(WholeDeskTest::words)
                .toList());
  }

  private static String words(Node paper) {
    return paper.lookupAll(".run").stream()
        .map(run -> ((Text) run).getText())
        .collect(Collectors.joining());
  }

  private long timesOnTheServer(String words) throws IOException {
    AuthApi auth = new AuthApi(backend.address(), PATIENCE, ServerTrust.STANDARD);
    try (auth;
        DeskApi api =
            new DeskApi(
                backend.address(),
                PATIENCE,
                ServerTrust.STANDARD,
                Session.of(
                    auth,
                    Clock.systemUTC(),
                    auth.login(DemoPeople.ADA.email(), DemoPeople.PASSWORD),
                    renewed -> {}))) {
      UUID ticket = ticketNumbered(api, onFx(() -> words("#number")));
      return api.messages(ticket, null, 200).messages().stream()
          .map(Message::body)
          .filter(words::equals)
          .count();
    }
  }

  private static UUID ticketNumbered(DeskApi api, String number) throws IOException {
    return api.snapshot(null, 1_000).rows().stream()
        .filter(row -> row.entity() == EntityType.TICKET)
        .map(row -> Json.convert(row.data(), Ticket.class))
        .filter(ticket -> ticket.ticketNumber().equals(number))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<String> customer() {
    return node("#customer").lookupAll(".label").stream()
        .map(label -> ((Labeled) label).getText())
        .toList();
  }

  private void awaitWords(String id, String words) {
    await(id + " " + words)
        .atMost(PATIENCE)
        .until(() -> onFx(() -> node(id) != null && words(id).startsWith(words)));
  }

  private void awaitNode(String id) {
    await(id).atMost(PATIENCE).until(() -> onFx(() -> node(id) != null));
  }

  private String words(String id) {
    return ((Labeled) node(id)).getText();
  }

  private Node node(String id) {
    return stage.getScene().lookup(id);
  }

  private static <T> T onFx(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
  }
}
