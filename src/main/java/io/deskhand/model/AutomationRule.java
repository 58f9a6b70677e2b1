package io.deskhand.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk does by itself: when one of {@code verbs} has happened to a ticket and all {@code
 * conditions} hold, it takes the {@code actions} in their order.
 *
 * @param builtIn the name of a shipped automation, which can only be switched on and off; null for
 *     a rule of the desk's own
 * @param position where it stands among the rules: lower ones come first
 * @param version 1 for a new one, and one more with every change
 */
public record AutomationRule(
    UUID id,
    String name,
    @Nullable String builtIn,
    boolean enabled,
    int position,
    List<Verb> verbs,
    List<RuleCondition> conditions,
    List<RuleAction> actions,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public AutomationRule {
    verbs = List.copyOf(verbs);
    conditions = List.copyOf(conditions);
    actions = List.copyOf(actions);
  }
}
