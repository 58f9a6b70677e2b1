package io.deskhand.protocol;

import io.deskhand.model.RuleAction;
import io.deskhand.model.RuleCondition;
import io.deskhand.model.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/rules and PATCH /support/rules/{id}; what a patch leaves out stays. Of
 * a shipped automation only {@code enabled} can be changed.
 */
public record RuleRequest(
    @Nullable String name,
    @Nullable Boolean enabled,
    @Nullable Integer position,
    @Nullable List<Verb> verbs,
    @Nullable List<Condition> conditions,
    @Nullable List<Action> actions) {
  /** A condition as it is asked for; {@code values} may be left out where none are needed. */
  public record Condition(
      RuleCondition.@Nullable Field field,
      RuleCondition.@Nullable Operator operator,
      @Nullable List<String> values) {}

  /** An action as it is asked for; {@code values} and {@code text} where the type needs them. */
  public record Action(
      RuleAction.@Nullable Type type, @Nullable List<String> values, @Nullable String text) {}
}
