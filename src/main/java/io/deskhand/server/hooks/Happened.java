package io.deskhand.server.hooks;

import io.deskhand.model.AutomationRule;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verb that has been carried out, in the transaction that did it. */
public final class Happened {
  private final HookRun run;
  private final Actor actor;
  private final Verb verb;
  private final @Nullable Ticket before;
  private final Ticket ticket;
  private final Verbs desk;

  Happened(
      HookRun run, Actor actor, Verb verb, @Nullable Ticket before, Ticket ticket, Verbs desk) {
    this.run = run;
    this.actor = actor;
    this.verb = verb;
    this.before = before;
    this.ticket = ticket;
    this.desk = desk;
  }

  public Tx tx() {
    return run.tx();
  }

  /** Who did it. */
  public Actor actor() {
    return actor;
  }

  public Verb verb() {
    return verb;
  }

  /** The ticket before the verb; null if the verb made it. */
  public @Nullable Ticket before() {
    return before;
  }

  /** The ticket as it is now, other hooks' work included. */
  public Ticket ticket() {
    return ticket;
  }

  /** What the desk can do by itself; hooks run for that too, but no rule runs twice. */
  public Verbs desk() {
    return desk;
  }

  /** The rules of the desk's own that are switched on, in their order. */
  public List<AutomationRule> rules() {
    return run.rules();
  }

  /** Whether {@code rule} has not yet acted on this ticket in this run of verbs. */
  public boolean isFirst(AutomationRule rule) {
    return !run.hasFired(rule, ticket);
  }

  /** Runs {@code step} for {@code rule}; a failure undoes just that step and is reported. */
  public void fire(AutomationRule rule, Runnable step) {
    run.fired(rule, ticket);
    run.attempt(rule.name(), this, step);
  }

  Happened now(Ticket current) {
    return new Happened(run, actor, verb, before, current, desk);
  }
}
