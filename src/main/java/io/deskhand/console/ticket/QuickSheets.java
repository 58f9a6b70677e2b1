package io.deskhand.console.ticket;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.ui.PriorityGlyph;
import io.deskhand.console.ui.StatusChip;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Words;
import io.deskhand.model.InvalidTransition;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Opens the sheet of a quick action, or does it at once where it needs no words. */
final class QuickSheets {
  private final TicketViewModel model;
  private final TicketVerbs verbs;
  private final SheetLayer layer;
  private final DeskContext at;
  private final Texts texts;

  QuickSheets(
      TicketViewModel model, TicketVerbs verbs, SheetLayer layer, DeskContext at, Texts texts) {
    this.model = model;
    this.verbs = verbs;
    this.layer = layer;
    this.at = at;
    this.texts = texts;
  }

  /** {@code anchor}: what the sheet opens below. */
  void run(TicketAction action, Node anchor) {
    if (!model.refusal(action).isEmpty()) {
      return;
    }
    switch (action) {
      case TAKE -> verbs.take();
      case CLOSE -> verbs.closeTicket();
      case ASSIGN -> assign(anchor);
      case ESCALATE -> escalate(anchor);
      case RESOLVE -> words(anchor, "sheet.resolve", verbs::resolve);
      case REOPEN -> words(anchor, "sheet.reopen", verbs::reopen);
      case STATUS -> status(anchor);
      case PRIORITY -> priority(anchor);
      case TAGS -> anchor.requestFocus();
    }
  }

  private void assign(Node anchor) {
    AgentSheet sheet =
        new AgentSheet(
            at.desk().agents().get(),
            at.desk().me().id(),
            texts,
            agent -> {
              layer.close();
              verbs.assign(agent);
            });
    layer.open(anchor, sheet, sheet.first());
  }

  private void escalate(Node anchor) {
    EscalateSheet sheet =
        new EscalateSheet(
            at.desk().agents().get(),
            at.desk().departments().get(),
            texts,
            layer::close,
            (reason, agent, department) -> {
              layer.close();
              verbs.escalate(reason, agent, department);
            });
    layer.open(anchor, sheet.node(), sheet.node().first());
  }

  private void words(Node anchor, String key, Consumer<String> verb) {
    WordsSheet sheet =
        new WordsSheet(
            key,
            texts,
            layer::close,
            words -> {
              layer.close();
              verb.accept(words);
            });
    layer.open(anchor, sheet, sheet.first());
  }

  private void priority(Node anchor) {
    Choices choices = new Choices();
    for (Priority priority : Priority.values()) {
      PriorityGlyph glyph = new PriorityGlyph();
      glyph.setPriority(priority);
      choices.add(
          glyph,
          Words.of(priority),
          "",
          "",
          () -> {
            layer.close();
            verbs.setPriority(priority);
          });
    }
    open(anchor, choices);
  }

  private void status(Node anchor) {
    Ticket ticket = model.ticket();
    if (ticket == null) {
      return;
    }
    Choices choices = new Choices();
    for (Status status : Status.values()) {
      if (status != ticket.status()) {
        StatusChip chip = new StatusChip();
        chip.setStatus(status);
        choices.add(chip, "", "", refusal(ticket.status(), status), () -> chosen(anchor, status));
      }
    }
    open(anchor, choices);
  }

  private void open(Node anchor, Choices choices) {
    layer.open(anchor, choices, choices);
    choices.focusFirst();
  }

  private void chosen(Node anchor, Status status) {
    layer.close();
    switch (status) {
      case ESCALATED -> escalate(anchor);
      case RESOLVED -> run(TicketAction.RESOLVE, anchor);
      case CLOSED -> verbs.closeTicket();
      case REOPENED -> run(TicketAction.REOPEN, anchor);
      default -> verbs.setStatus(status);
    }
  }

  private String refusal(Status from, Status to) {
    if (to == Status.ESCALATED && Lifecycle.allows(from, Verb.ESCALATE)) {
      return "";
    }
    try {
      Lifecycle.verbTo(from, to);
      return "";
    } catch (InvalidTransition refused) {
      return texts.of(
          "refusal.move",
          Words.of(from).toLowerCase(Locale.getDefault()),
          Words.of(to).toLowerCase(Locale.getDefault()));
    }
  }
}
