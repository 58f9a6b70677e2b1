package io.deskhand.console.app;

import io.deskhand.console.newticket.NewTicketController;
import io.deskhand.console.newticket.NewTicketViewModel;
import io.deskhand.console.palette.KeyMap;
import io.deskhand.console.palette.PaletteController;
import io.deskhand.console.palette.PaletteViewModel;
import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Lazy;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Views;
import io.deskhand.model.Ids;
import io.deskhand.sync.Desk;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What floats above the desk: the palette, the keyboard map, the sheet for a new ticket. */
final class Overlays implements AutoCloseable {
  private final Texts texts = Texts.of(Overlays.class);
  private final Frame frame;
  private final Commands commands;
  private final PaletteController palette;
  private final Lazy<Parent> paletteNode;
  private final NewTicketController newTicket;
  private final Lazy<Parent> newTicketNode;
  private final Commands.Registration registration;

  Overlays(Desk desk, Surroundings around, Frame frame, Navigation navigation) {
    this.frame = frame;
    this.commands = around.commands();
    this.palette =
        new PaletteController(
            new PaletteViewModel(commands, desk, navigation), frame::closeOverlay);
    this.paletteNode = new Lazy<>(() -> Views.load(palette));
    NewTicketViewModel newTicketModel =
        new NewTicketViewModel(
            desk,
            new Ids(),
            around.outcomes(),
            id -> {
              frame.closeSheet();
              navigation.openTicket(id);
            });
    this.newTicket = new NewTicketController(newTicketModel, this::closeSheet);
    this.newTicketNode = new Lazy<>(() -> Views.load(newTicket));
    this.registration = commands.add(commands());
  }

  void showPalette() {
    frame.openOverlay(paletteNode.get());
    palette.begin();
  }

  void showKeys() {
    Parent map = KeyMap.of(commands.all());
    map.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            frame.closeOverlay();
            event.consume();
          }
        });
    map.setFocusTraversable(true);
    frame.openOverlay(map);
    map.requestFocus();
  }

  void showNewTicket() {
    frame.openSheet(newTicketNode.get());
    newTicket.begin();
  }

  @Override
  public void close() {
    registration.close();
  }

  private void closeSheet() {
    frame.closeSheet();
    commands.run("queue.clear");
  }

  private List<Command> commands() {
    String group = texts.of("command.group");
    return List.of(
        Command.always(
            "app.palette",
            texts.of("command.palette"),
            group,
            "fth-command",
            List.of(Shortcut.of("Ctrl+K")),
            this::showPalette),
        Command.always(
            "app.keys",
            texts.of("command.keys"),
            group,
            "fth-help-circle",
            List.of(Shortcut.of("?")),
            this::showKeys));
  }
}
