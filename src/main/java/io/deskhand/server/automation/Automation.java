package io.deskhand.server.automation;

import io.deskhand.server.hooks.Hooks;
import java.util.List;

/** What the desk does by itself. */
public final class Automation {
  private Automation() {}

  /** The shipped automations, and after them the desk's own rules. */
  public static Hooks hooks() {
    return new Hooks(
        List.of(
            new EnterprisePriority(),
            new AutoAssign(),
            new EscalationIssue(),
            new ResolutionSurvey(),
            new ResolutionTime(),
            new RuleHook()));
  }
}
