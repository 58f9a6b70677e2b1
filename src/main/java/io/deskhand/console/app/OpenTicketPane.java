package io.deskhand.console.app;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.conversation.ConversationPane;
import io.deskhand.console.conversation.Links;
import io.deskhand.console.history.HistoryPane;
import io.deskhand.console.ticket.TicketPart;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.FileDialogs;
import io.deskhand.sync.TextMarks;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The ticket pane with its conversation and its history. FX thread only. */
public final class OpenTicketPane implements TicketPane {
  private final ConversationPane conversation;
  private final HistoryPane history;
  private final io.deskhand.console.ticket.TicketPane pane;

  /**
   * @param links opens addresses that stand in messages
   * @param files asks where an exported history is to be
   * @param background writes it
   * @param undoAfter how long a reply can be taken back before it is sent; zero for not at all
   */
  public OpenTicketPane(
      DeskContext at,
      Commands commands,
      Links links,
      FileDialogs files,
      Executor background,
      Duration undoAfter) {
    this.conversation = new ConversationPane(at, commands, links, undoAfter);
    this.history = new HistoryPane(at, files, background);
    this.pane =
        new io.deskhand.console.ticket.TicketPane(
            at,
            commands,
            new TicketPart(conversation.node(), conversation::show),
            new TicketPart(history.node(), history::show));
    conversation.onReveal(pane::showConversation);
    pane.onDraft(conversation::takeDraft);
  }

  /** Marks in messages what is searched for. */
  void mark(ObservableValue<TextMarks> marks) {
    conversation.mark(marks);
  }

  @Override
  public Parent node() {
    return pane.node();
  }

  /** Shows another ticket; null shows that none is open. */
  @Override
  public void show(@Nullable UUID ticketId) {
    pane.show(ticketId);
  }

  @Override
  public void focusComposer() {
    conversation.focusReply();
  }

  @Override
  public void close() {
    conversation.close();
    history.close();
    pane.close();
  }
}
