package io.deskhand.server.macros;

import io.deskhand.model.InvalidTransition;
import io.deskhand.model.Macro;
import io.deskhand.model.Message;
import io.deskhand.model.RuleAction;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.MacroApplied;
import io.deskhand.protocol.MacroPreview;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SendMessage;
import io.deskhand.server.automation.Acting;
import io.deskhand.server.automation.ActionCheck;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what a macro says, for one person in one transaction. */
final class Applying {
  private final Tx tx;
  private final Actor actor;
  private final TicketService tickets;
  private final MessageService messages;

  Applying(Tx tx, Actor actor, TicketService tickets, MessageService messages) {
    this.tx = tx;
    this.actor = actor;
    this.tickets = tickets;
    this.messages = messages;
  }

  /**
   * Sends the reply, then takes the actions. Throws what the first of them throws that cannot be
   * done; the transaction is to be given up then.
   *
   * @param body the reply as it was edited; null for the macro's own
   */
  MacroApplied run(Macro macro, Ticket ticket, @Nullable String body) {
    String text = body != null ? body : body(macro, ticket);
    Message message =
        text == null
            ? null
            : messages.send(
                tx, actor, ticket.id(), new SendMessage(null, null, text, macro.internal(), null));
    Acting acting = new Acting(tx, tickets.verbs(tx, actor), ticket.id());
    macro.actions().stream().map(this::named).forEach(acting::take);
    return new MacroApplied(acting.ticket(), message);
  }

  /** What {@link #run} would come to; changes nothing. */
  MacroPreview preview(Macro macro, Ticket ticket, @Nullable String body) {
    String text = body != null ? body : body(macro, ticket);
    try {
      MacroApplied applied = tx.rehearse(() -> run(macro, ticket, body));
      return new MacroPreview(text, macro.internal(), applied.ticket(), null);
    } catch (ProblemException | InvalidTransition e) {
      Problem problem = Problems.of(e).orElseThrow();
      if (problem.code().isTransient()) {
        throw e;
      }
      return new MacroPreview(text, macro.internal(), null, problem);
    }
  }

  private @Nullable String body(Macro macro, Ticket ticket) {
    String body = macro.body();
    return body == null ? null : Placeholders.fill(body, tx, ticket, actor);
  }

  /** The action with whoever applies the macro by their id. */
  private RuleAction named(RuleAction action) {
    boolean mine =
        action.type() == RuleAction.Type.ASSIGN && action.values().contains(ActionCheck.ME);
    return mine
        ? new RuleAction(action.type(), List.of(actor.id().toString()), action.text())
        : action;
  }
}
