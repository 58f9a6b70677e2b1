package io.deskhand.console.app;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.conversation.ConversationPane;
import io.deskhand.console.history.HistoryPane;
import io.deskhand.console.ticket.TicketPane;
import io.deskhand.console.ticket.TicketPart;
import io.deskhand.console.ui.FxDelays;
import io.deskhand.console.ui.FxFileDialogs;
import io.deskhand.model.Ids;
import io.deskhand.sync.Desk;
import java.time.Duration;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The place of the open ticket: header, conversation and history, put together. */
final class TicketPlace implements AutoCloseable {
  private static final Duration TAKE_BACK = Duration.ofSeconds(10);

  private final StackPane node = new StackPane();
  private final ConversationPane conversation;
  private final HistoryPane history;
  private final TicketPane pane;

  TicketPlace(Desk desk, Surroundings around) {
    DeskContext context =
        new DeskContext(
            desk, around.fx(), around.dialogs(), new FxDelays(), around.clock(), new Ids());
    this.conversation =
        new ConversationPane(context, around.commands(), around.links(), TAKE_BACK);
    this.history =
        new HistoryPane(
            context,
            new FxFileDialogs(() -> node.getScene().getWindow()),
            around.background());
    this.pane =
        new TicketPane(
            context,
            around.commands(),
            new TicketPart(conversation.node(), conversation::show),
            new TicketPart(history.node(), history::show));
    node.getChildren().add(pane.node());
  }

  Parent node() {
    return node;
  }

  void show(UUID ticketId) {
    pane.show(ticketId);
  }

  void focusComposer() {
    pane.showConversation();
    conversation.focusReply();
  }

  @Override
  public void close() {
    conversation.close();
    history.close();
    pane.close();
  }
}
