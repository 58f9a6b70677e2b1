package io.deskhand.console.app;

import io.deskhand.console.ui.Navigation;
import io.deskhand.sync.Desk;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The place of the open ticket: header, conversation and history, put together. */
final class TicketPlace implements AutoCloseable {
  private final StackPane node = new StackPane();

  TicketPlace(Desk desk, Surroundings around, Navigation navigation) {}

  Parent node() {
    return node;
  }

  void show(UUID ticketId) {}

  void focusComposer() {}

  @Override
  public void close() {}
}
