package io.deskhand.console.conversation;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Views;
import io.deskhand.console.ui.When;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.TextMarks;
import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The conversation of one ticket, and the composer below it. FX thread only. */
public final class ConversationPane implements AutoCloseable {
  private final ConversationViewModel conversation;
  private final ComposerViewModel composer;
  private final ComposerController composerController;
  private final VBox node;
  private final Commands.Registration commands;
  private Runnable reveal = () -> {};

  /**
   * @param undoAfter how long a reply can be taken back before it is sent; zero for not at all
   */
  public ConversationPane(DeskContext at, Commands commands, Links links, Duration undoAfter) {
    Texts texts = Texts.of(ConversationPane.class);
    When when = new When(at.clock());
    this.conversation = new ConversationViewModel(at, when, texts);
    this.composer = new ComposerViewModel(at, undoAfter, texts);
    this.composerController = new ComposerController(composer, texts);
    Parent rows = Views.load(new ConversationController(conversation, when, texts, links));
    VBox.setVgrow(rows, Priority.ALWAYS);
    this.node = new VBox(rows, Views.load(composerController));
    conversation.onDraft(this::takeDraft);
    this.commands = commands.add(commandsOf(texts));
  }

  public Node node() {
    return node;
  }

  /** Shows a ticket, or none; whoever opened it closes it. */
  public void show(@Nullable LiveTicket ticket) {
    conversation.show(ticket);
    composer.show(ticket);
  }

  /** Marks in messages what is searched for. */
  public void mark(ObservableValue<TextMarks> marks) {
    conversation.mark(marks);
  }

  /** What brings this pane to the front before somebody writes in it. */
  public void onReveal(Runnable action) {
    reveal = action;
  }

  /** Puts the caret into the composer. */
  public void focusReply() {
    write(false);
  }

  /** Puts words that were not sent after what is being written. */
  public void takeDraft(String words, boolean note) {
    reveal.run();
    composer.append(words, note);
    composerController.showEnd();
  }

  /** Keeps what is being written as a draft, and lets go of everything. */
  @Override
  public void close() {
    commands.close();
    composer.close();
    show(null);
  }

  private void write(boolean note) {
    reveal.run();
    composerController.write(note);
  }

  private List<Command> commandsOf(Texts texts) {
    String group = texts.of("command.group");
    ObservableValue<String> refusal =
        Bindings.createStringBinding(
            () -> composer.ticketIdProperty().get() == null ? texts.of("command.none") : "",
            composer.ticketIdProperty());
    return List.of(
        new Command(
            "conversation.reply",
            texts.of("command.reply"),
            group,
            "fth-corner-up-left",
            List.of(Shortcut.of("R")),
            refusal,
            () -> write(false)),
        new Command(
            "conversation.note",
            texts.of("command.note"),
            group,
            "fth-lock",
            List.of(Shortcut.of("N")),
            refusal,
            () -> write(true)));
  }
}
