package io.deskhand.server.store;

import io.deskhand.model.AutomationRule;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rules of which those that are enabled, which every verb asks for, are read once. */
final class RememberedRules extends SqlRules {
  private final WriterMemory memory;

  RememberedRules(Handle handle, WriterMemory memory) {
    super(handle);
    this.memory = memory;
  }

  @Override
  public List<AutomationRule> enabled() {
    return memory.rules(super::enabled);
  }

  @Override
  public void insert(AutomationRule rule) {
    memory.dropRules();
    super.insert(rule);
  }

  @Override
  public void update(AutomationRule rule) {
    memory.dropRules();
    super.update(rule);
  }

  @Override
  public void delete(UUID id) {
    memory.dropRules();
    super.delete(id);
  }
}
