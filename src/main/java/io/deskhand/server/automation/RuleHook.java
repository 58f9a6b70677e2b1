package io.deskhand.server.automation;

import io.deskhand.model.AutomationRule;
import io.deskhand.server.hooks.Happened;
import io.deskhand.server.hooks.TicketHook;

/** Lets the rules of the desk's own act, in their order; each sees what those before it did. */
final class RuleHook implements TicketHook {
  @Override
  public String name() {
    return "rules";
  }

  @Override
  public boolean isSwitchable() {
    return false;
  }

  @Override
  public boolean follows(Happened change) {
    Matching matching = new Matching(change);
    return change.rules().stream().anyMatch(rule -> matching.matches(rule, change.ticket()));
  }

  @Override
  public void after(Happened change) {
    Matching matching = new Matching(change);
    Acting acting = new Acting(change.tx(), change.desk(), change.ticket().id());
    for (AutomationRule rule : change.rules()) {
      if (matching.matches(rule, acting.ticket())) {
        change.fire(rule, () -> rule.actions().forEach(acting::take));
      }
    }
  }
}
