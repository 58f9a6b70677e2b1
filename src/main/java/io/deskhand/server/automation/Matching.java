package io.deskhand.server.automation;

import io.deskhand.model.AutomationRule;
import io.deskhand.model.Priority;
import io.deskhand.model.RuleCondition;
import io.deskhand.model.Ticket;
import io.deskhand.model.WireEnum;
import io.deskhand.server.hooks.Happened;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Whether a rule is meant by what has happened. */
final class Matching {
  private final Happened change;
  private final TicketFacts facts;

  Matching(Happened change) {
    this.change = change;
    this.facts = new TicketFacts(change.tx());
  }

  /** Whether {@code rule} is for the verb and all of its conditions hold for {@code ticket}. */
  boolean matches(AutomationRule rule, Ticket ticket) {
    return rule.verbs().contains(change.verb())
        && change.isFirst(rule)
        && rule.conditions().stream().allMatch(condition -> holds(condition, ticket));
  }

  private boolean holds(RuleCondition condition, Ticket ticket) {
    List<String> found = facts.of(ticket, condition.field());
    return switch (condition.operator()) {
      case IS -> any(found, condition, String::equalsIgnoreCase);
      case IS_NOT -> !any(found, condition, String::equalsIgnoreCase);
      case CONTAINS -> any(found, condition, contains(condition.field()));
      case NOT_CONTAINS -> !any(found, condition, contains(condition.field()));
      case AT_LEAST -> any(found, condition, (is, wanted) -> rank(is) >= rank(wanted));
      case AT_MOST -> any(found, condition, (is, wanted) -> rank(is) <= rank(wanted));
      case IS_EMPTY -> found.isEmpty();
      case IS_NOT_EMPTY -> !found.isEmpty();
      case CHANGED -> hasChanged(condition.field(), found);
    };
  }

  private boolean hasChanged(RuleCondition.Field field, List<String> now) {
    Ticket before = change.before();
    return before == null ? !now.isEmpty() : !facts.of(before, field).equals(now);
  }

  private static boolean any(
      List<String> found, RuleCondition condition, BiPredicate<String, String> fits) {
    return found.stream()
        .anyMatch(is -> condition.values().stream().anyMatch(wanted -> fits.test(is, wanted)));
  }

  /** A tag is contained whole; other text also in part. */
  private static BiPredicate<String, String> contains(RuleCondition.Field field) {
    return field == RuleCondition.Field.TAGS
        ? String::equalsIgnoreCase
        : (is, wanted) -> is.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }

  /** Priorities by how urgent they are, numbers by themselves. */
  private static long rank(String text) {
    return WireEnum.parse(Priority.class, text)
        .map(priority -> (long) priority.compareTo(Priority.LOW))
        .orElseGet(() -> Long.parseLong(text));
  }
}
