package io.deskhand.console.ticket;

import io.deskhand.console.app.OpenTicketPane;
import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixtureDesk;
import io.deskhand.console.fixture.FixtureDialogs;
import io.deskhand.console.fixture.FixtureFiles;
import io.deskhand.console.fixture.FixtureImages;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.console.fixture.RealTime;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.FxDelays;
import io.deskhand.console.ui.FxThread;
import io.deskhand.console.ui.Theme;
import io.deskhand.model.Ids;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.SyncException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The ticket pane on the fixture desk, to be looked at: {@code [dark]}. */
public final class TicketPreview {
  private TicketPreview() {}

  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }

  /** JavaFX starts it. */
  public static final class Window extends Application {
    private final RealTime time = new RealTime();
    private final FixtureFiles chosen = new FixtureFiles();

    @Override
    public void start(Stage stage) {
      Instant now = time.clock().instant();
      FixtureDesk desk = new FixtureDesk(time, FixtureData.seeded(7, 300, now), FixturePeople.ME);
      desk.setViewers(FixtureData.LIVELY, List.of(FixturePeople.INES));
      Commands commands = new Commands();
      OpenTicketPane pane = pane(desk, commands);
      Theme theme = new Theme();
      theme
          .modeProperty()
          .set(getParameters().getRaw().contains("dark") ? Theme.Mode.DARK : Theme.Mode.LIGHT);
      Scene scene = new Scene(new StackPane(pane.node()), 780, 900);
      theme.dress(scene);
      commands.install(scene);
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      files(desk);
      pane.show(FixtureData.LIVELY);
      trouble(desk);
      if (getParameters().getRaw().contains("files")) {
        desk.attachments()
            .failNext(
                new SyncException(
                    SyncException.Reason.FILE_REFUSED, "“holiday film.mp4” is larger than 25 MB"));
        chosen.choose(List.of(Path.of("holiday film.mp4")));
        commands.run("conversation.attach");
        scene
            .lookup(".composer .box")
            .pseudoClassStateChanged(
                PseudoClass.getPseudoClass("drop"), getParameters().getRaw().contains("drop"));
      }
    }

    /** With {@code files}: some that were sent, one on its way, one refused, some in the draft. */
    private void files(FixtureDesk desk) {
      if (!getParameters().getRaw().contains("files")) {
        return;
      }
      UUID id = FixtureData.LIVELY;
      desk.setCustomerAnswers(false);
      desk.setDelay(Duration.ZERO);
      OutgoingFile wide = file(desk, "The error screen.png", FixtureImages.png(900, 500));
      OutgoingFile tall = file(desk, "receipt.png", FixtureImages.png(60, 200));
      OutgoingFile pdf =
          file(desk, "Statement October 2026 (signed by both).pdf", new byte[184_000]);
      say(desk, "Is it this one?", wide, tall, pdf);
      desk.setServerUp(false);
      OutgoingFile way = file(desk, "recording.wav", new byte[2_400_000]);
      say(desk, "The call is on its way.", way);
      desk.attachments().transfer(way.id(), 900_000, 2_400_000);
      List<OutgoingFile> draft = List.of(wide, pdf);
      desk.drafts().save(new Drafts.Draft(id, "And here is", 3, false, Instant.EPOCH, draft));
    }

    private static void say(FixtureDesk desk, String words, OutgoingFile... files) {
      desk.submit(
          new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), words, false, List.of(files)));
    }

    private static OutgoingFile file(FixtureDesk desk, String name, byte[] content) {
      return desk.attachments().add(name, content).toCompletableFuture().join();
    }

    /** With {@code trouble}: a held message, a refused change, and one that waits offline. */
    private void trouble(FixtureDesk desk) {
      if (!getParameters().getRaw().contains("trouble")) {
        return;
      }
      UUID id = FixtureData.LIVELY;
      desk.setCustomerAnswers(false);
      desk.setDelay(Duration.ZERO);
      desk.submit(new Intent.Say(id, UUID.randomUUID(), "I have asked them again.", false));
      desk.holdNext("Cora has written since you began");
      desk.submit(new Intent.Say(id, UUID.randomUUID(), "It is on its way, Cora.", false));
      desk.refuseNext("Lea Fontaine has changed it to urgent since");
      desk.submit(new Intent.Assign(id, FixturePeople.INES.id()));
      desk.customerTypes(id, true);
      time.after(Duration.ofSeconds(1), () -> later(desk));
    }

    private void later(FixtureDesk desk) {
      UUID id = FixtureData.LIVELY;
      desk.setOffline(true);
      desk.submit(new Intent.Assign(id, FixturePeople.MAX.id()));
      desk.submit(new Intent.Say(id, UUID.randomUUID(), "I will call them myself.", false));
      desk.submit(new Intent.Say(id, UUID.randomUUID(), "They close at *four*.", true));
    }

    @Override
    public void stop() {
      time.close();
    }

    private OpenTicketPane pane(FixtureDesk desk, Commands commands) {
      DeskContext at =
          new DeskContext(
              desk,
              new FxThread(),
              new FixtureDialogs(),
              new FxDelays(),
              desk.time().clock(),
              new Ids());
      return new OpenTicketPane(
          at, commands, address -> {}, chosen, Runnable::run, Duration.ofSeconds(10));
    }
  }
}
