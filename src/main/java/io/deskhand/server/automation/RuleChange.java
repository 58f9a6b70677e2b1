package io.deskhand.server.automation;

import io.deskhand.model.AutomationRule;
import io.deskhand.model.RuleAction;
import io.deskhand.model.RuleCondition;
import io.deskhand.model.Verb;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.RuleRequest;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes and changes rules, of what was asked for and checked. */
final class RuleChange {
  private static final int MOST = 50;
  private static final int LAST = 10_000;
  private final Tx tx;

  RuleChange(Tx tx) {
    this.tx = tx;
  }

  AutomationRule create(RuleRequest request) {
    Validation validation =
        new Validation()
            .required("name", request.name(), Limits.NAME)
            .that(request.verbs() != null, "verbs", "is missing")
            .that(request.actions() != null, "actions", "is missing");
    List<RuleCondition> conditions = conditions(validation, request);
    List<RuleAction> actions = actions(validation, request);
    check(validation, request);
    return new AutomationRule(
        tx.newId(),
        Objects.requireNonNull(request.name()).strip(),
        null,
        Objects.requireNonNullElse(request.enabled(), true),
        Objects.requireNonNullElseGet(request.position(), this::last),
        Objects.requireNonNull(request.verbs()),
        conditions,
        actions,
        tx.now(),
        tx.now(),
        1);
  }

  /** After all others. */
  private int last() {
    List<AutomationRule> rules = tx.rules().all();
    return rules.isEmpty() ? 1 : rules.getLast().position() + 1;
  }

  AutomationRule patch(AutomationRule rule, RuleRequest request) {
    if (rule.builtIn() != null) {
      requireSwitchOnly(request);
    }
    Validation validation = new Validation();
    if (request.name() != null) {
      validation.required("name", request.name(), Limits.NAME);
    }
    List<RuleCondition> conditions = conditions(validation, request);
    List<RuleAction> actions = actions(validation, request);
    check(validation, request);
    return new AutomationRule(
        rule.id(),
        request.name() == null ? rule.name() : request.name().strip(),
        rule.builtIn(),
        Objects.requireNonNullElse(request.enabled(), rule.enabled()),
        Objects.requireNonNullElse(request.position(), rule.position()),
        Objects.requireNonNullElse(request.verbs(), rule.verbs()),
        request.conditions() == null ? rule.conditions() : conditions,
        request.actions() == null ? rule.actions() : actions,
        rule.createdAt(),
        tx.now(),
        rule.version() + 1);
  }

  private static void requireSwitchOnly(RuleRequest request) {
    boolean more =
        request.name() != null
            || request.position() != null
            || request.verbs() != null
            || request.conditions() != null
            || request.actions() != null;
    if (more) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "A shipped automation can only be switched on and off");
    }
  }

  private static void check(Validation validation, RuleRequest request) {
    List<@Nullable Verb> verbs = request.verbs() == null ? null : List.copyOf(request.verbs());
    validation
        .range("position", request.position(), 0, LAST)
        .that(verbs == null || !verbs.isEmpty(), "verbs", "must not be empty")
        .that(verbs == null || !verbs.contains(Verb.DELETE), "verbs", "delete starts no rule")
        .that(
            request.actions() == null || !request.actions().isEmpty(),
            "actions",
            "must not be empty")
        .check();
  }

  private List<RuleCondition> conditions(Validation validation, RuleRequest request) {
    var wanted = Objects.requireNonNullElse(request.conditions(), List.<RuleRequest.Condition>of());
    validation.that(wanted.size() <= MOST, "conditions", "must be at most " + MOST);
    return new ConditionCheck(validation).all(wanted);
  }

  private List<RuleAction> actions(Validation validation, RuleRequest request) {
    var wanted = Objects.requireNonNullElse(request.actions(), List.<RuleRequest.Action>of());
    return new ActionCheck(tx, validation, false).all(wanted);
  }
}
