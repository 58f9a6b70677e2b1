package io.deskhand.server.store;

import io.deskhand.model.AutomationRule;
import java.util.UUID;

/** What the desk does by itself, to change. Of no interest to consoles: the log does not tell. */
public interface RuleWrites extends RuleReads {
  void insert(AutomationRule rule);

  /** Replaces the rule with the same id. */
  void update(AutomationRule rule);

  void delete(UUID id);
}
