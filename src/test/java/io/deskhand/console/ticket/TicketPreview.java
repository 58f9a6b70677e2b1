package io.deskhand.console.ticket;

import io.deskhand.console.app.OpenTicketPane;
import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixtureDesk;
import io.deskhand.console.fixture.FixtureDialogs;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.console.fixture.RealTime;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.FxDelays;
import io.deskhand.console.ui.FxThread;
import io.deskhand.console.ui.Theme;
import io.deskhand.model.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
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
      pane.show(FixtureData.LIVELY);
    }

    @Override
    public void stop() {
      time.close();
    }

    private static OpenTicketPane pane(FixtureDesk desk, Commands commands) {
      DeskContext at =
          new DeskContext(
              desk,
              new FxThread(),
              new FixtureDialogs(),
              new FxDelays(),
              desk.time().clock(),
              new Ids());
      return new OpenTicketPane(
          at,
          commands,
          address -> {},
          (title, name) -> Optional.empty(),
          Runnable::run,
          Duration.ofSeconds(10));
    }
  }
}
