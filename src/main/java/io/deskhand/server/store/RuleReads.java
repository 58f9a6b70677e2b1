package io.deskhand.server.store;

import io.deskhand.model.AutomationRule;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the desk does by itself: the shipped automations and its own rules. */
public interface RuleReads {
  Optional<AutomationRule> find(UUID id);

  /** All of them, by position. */
  List<AutomationRule> all();

  /** Those that are switched on, by position. */
  List<AutomationRule> enabled();
}
