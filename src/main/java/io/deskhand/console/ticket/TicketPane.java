package io.deskhand.console.ticket;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Delays;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Views;
import io.deskhand.console.ui.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The pane of one ticket. FX thread only. */
public final class TicketPane implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(15);

  private final TicketViewModel model;
  private final QuickSheets sheets;
  private final HeaderController header;
  private final TicketController controller;
  private final ActionBar actions;
  private final SheetLayer layer = new SheetLayer();
  private final Parent node;
  private final Commands.Registration commands;
  private final Delays delays;
  private final Texts texts = Texts.of(TicketPane.class);
  private Delays.Pending tick;

  /** {@code conversation} and {@code history} are shown in the tabs of these names. */
  public TicketPane(
      DeskContext at, Commands commands, TicketPart conversation, TicketPart history) {
    When when = new When(at.clock());
    Facts facts = new Facts(at.desk(), when, texts);
    this.delays = at.delays();
    this.model = new TicketViewModel(at, texts);
    TicketVerbs verbs = new TicketVerbs(model, at);
    this.sheets = new QuickSheets(model, verbs, layer, at, texts);
    this.header = new HeaderController(model, verbs, sheets, facts, when, at, texts);
    this.controller =
        new TicketController(
            model,
            texts,
            Map.of(
                TicketTab.CONVERSATION, conversation.node(),
                TicketTab.HISTORY, history.node(),
                TicketTab.DETAILS, new DetailsPane(model, facts)));
    this.node = Views.load(controller);
    this.actions = new ActionBar(model, texts, sheets::run);
    controller.compose(Views.load(header), new TroubleStrips(model, texts), actions, layer);
    model
        .liveProperty()
        .subscribe(
            ticket -> {
              layer.close();
              conversation.show().accept(ticket);
              history.show().accept(ticket);
            });
    this.commands = commands.add(commandsOf());
    this.tick = delays.after(TICK, this::tick);
  }

  public Parent node() {
    return node;
  }

  /** Shows a ticket, or the empty state; at once when it is in the cache. */
  public void show(@Nullable UUID ticketId) {
    model.show(ticketId);
  }

  /** Who takes words that were not sent as a draft, and whether they are to be a note. */
  public void onDraft(BiConsumer<String, Boolean> taker) {
    model.onDraft(taker);
  }

  /** Brings the conversation to the front, before the caret is put into its composer. */
  public void showConversation() {
    controller.select(TicketTab.CONVERSATION);
  }

  /** Closes the ticket and lets go of everything. */
  @Override
  public void close() {
    tick.cancel();
    commands.close();
    model.close();
  }

  private void tick() {
    header.tick();
    tick = delays.after(TICK, this::tick);
  }

  private List<Command> commandsOf() {
    List<Command> all = new ArrayList<>();
    for (TicketAction action : TicketAction.values()) {
      all.add(
          new Command(
              "ticket." + action.wire(),
              texts.of("command", action),
              texts.of("command.group"),
              action.icon(),
              List.of(Shortcut.of(action.key())),
              Bindings.createStringBinding(() -> model.refusal(action), model.faceProperty()),
              () -> run(action)));
    }
    int number = 0;
    for (TicketTab tab : TicketTab.values()) {
      number++;
      all.add(
          Command.always(
              "ticket.tab." + tab.wire(),
              texts.of("command", tab),
              texts.of("command.group"),
              "fth-layout",
              List.of(Shortcut.of("Ctrl+" + number)),
              () -> controller.select(tab)));
    }
    return all;
  }

  private void run(TicketAction action) {
    if (action == TicketAction.TAGS) {
      header.addTag();
    } else {
      sheets.run(action, header.anchor(action, actions.anchor(action)));
    }
  }
}
