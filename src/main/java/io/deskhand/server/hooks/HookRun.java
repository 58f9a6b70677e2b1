package io.deskhand.server.hooks;

import io.deskhand.model.AutomationRule;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hooks around the verbs of one run. A hook's own verbs belong to the run that it is part of:
 * no rule acts twice on a ticket, and verbs do not follow from each other without end.
 */
public final class HookRun {
  private static final Logger LOG = LoggerFactory.getLogger(HookRun.class);

  /** How many verbs may follow from each other. */
  private static final int DEEPEST = 5;

  private final Tx tx;
  private final List<TicketHook> hooks;
  private final Set<Firing> firings = new HashSet<>();
  private @Nullable List<AutomationRule> enabled;
  private int depth = 0;

  private record Firing(UUID rule, UUID ticket) {}

  HookRun(Tx tx, List<TicketHook> hooks) {
    this.tx = tx;
    this.hooks = hooks;
  }

  /** The ticket that {@code verb} is to save, as the hooks want it. */
  public Ticket before(Actor actor, Verb verb, @Nullable Ticket before, Ticket proposed) {
    Intended change = new Intended(tx, actor, verb, before, proposed);
    for (TicketHook hook : hooks) {
      if (isOn(hook)) {
        change = change.with(hook.before(change));
      }
    }
    requireSame(proposed, change.proposed(), verb);
    return change.proposed();
  }

  /** A hook that changes what only verbs may change is a mistake in the program. */
  private static void requireSame(Ticket proposed, Ticket wanted, Verb verb) {
    boolean same =
        proposed.id().equals(wanted.id())
            && Objects.equals(proposed.ticketNumber(), wanted.ticketNumber())
            && proposed.status() == wanted.status()
            && proposed.version() == wanted.version()
            && Objects.equals(proposed.escalatedTo(), wanted.escalatedTo())
            && (verb == Verb.CREATE || Objects.equals(proposed.assignedTo(), wanted.assignedTo()));
    if (!same) {
      throw new IllegalStateException("a hook changed more of a ticket than it may");
    }
  }

  /**
   * Lets the hooks follow up on {@code verb}.
   *
   * @param desk how they can go on
   * @return the ticket after that
   */
  public Ticket after(Actor actor, Verb verb, @Nullable Ticket before, Ticket saved, Verbs desk) {
    if (depth >= DEEPEST) {
      LOG.warn("Verbs follow from each other too deep on ticket {}; hooks stop here", saved.id());
      return saved;
    }
    depth++;
    try {
      Happened change = new Happened(this, actor, verb, before, saved, desk);
      for (TicketHook hook : hooks) {
        if (isOn(hook) && hook.follows(change)) {
          Happened current = change;
          attempt(hook.name(), current, () -> hook.after(current));
          change = change.now(tx.tickets().find(saved.id()).orElse(saved));
        }
      }
      return change.ticket();
    } finally {
      depth--;
    }
  }

  /** Runs a step so that its failure undoes nothing else, and is seen. */
  void attempt(String automation, Happened change, Runnable step) {
    try {
      UUID done =
          tx.attempt(
              () -> {
                step.run();
                return change.ticket().id();
              });
      LOG.debug("Automation {} followed {} of {}", automation, change.verb(), done);
    } catch (RuntimeException e) {
      if (e instanceof ProblemException problem && problem.problem().code().isTransient()) {
        throw e;
      }
      HookFailure.report(tx, automation, change.verb(), change.ticket(), e);
    }
  }

  private boolean isOn(TicketHook hook) {
    return !hook.isSwitchable()
        || enabled().stream().anyMatch(rule -> hook.name().equals(rule.builtIn()));
  }

  List<AutomationRule> rules() {
    return enabled().stream().filter(rule -> rule.builtIn() == null).toList();
  }

  /** Read once a run: who switches a rule waits for the next verb. */
  private List<AutomationRule> enabled() {
    if (enabled == null) {
      enabled = tx.rules().enabled();
    }
    return enabled;
  }

  boolean hasFired(AutomationRule rule, Ticket ticket) {
    return firings.contains(new Firing(rule.id(), ticket.id()));
  }

  void fired(AutomationRule rule, Ticket ticket) {
    firings.add(new Firing(rule.id(), ticket.id()));
  }

  Tx tx() {
    return tx;
  }
}
