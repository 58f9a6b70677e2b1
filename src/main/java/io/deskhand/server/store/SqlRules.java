package io.deskhand.server.store;

import io.deskhand.model.AutomationRule;
import io.deskhand.model.RuleAction;
import io.deskhand.model.RuleCondition;
import io.deskhand.model.Verb;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

class SqlRules implements RuleWrites {
  private static final Table<AutomationRule> TABLE =
      Table.<AutomationRule>named("automation_rules")
          .id("id", AutomationRule::id)
          .text("name", AutomationRule::name)
          .text("built_in", AutomationRule::builtIn)
          .flag("enabled", AutomationRule::enabled)
          .number("position", AutomationRule::position)
          .json("verbs", AutomationRule::verbs)
          .json("conditions", AutomationRule::conditions)
          .json("actions", AutomationRule::actions)
          .time("created_at", AutomationRule::createdAt)
          .time("updated_at", AutomationRule::updatedAt)
          .bigNumber("version", AutomationRule::version)
          .build();

  private final Handle handle;

  SqlRules(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<AutomationRule> find(UUID id) {
    return select(new Where().and("r.id = ?", id)).stream().findFirst();
  }

  @Override
  public List<AutomationRule> all() {
    return select(new Where());
  }

  @Override
  public List<AutomationRule> enabled() {
    return select(new Where().and("r.enabled"));
  }

  private List<AutomationRule> select(Where where) {
    String sql =
        "SELECT r.* FROM automation_rules r WHERE %s ORDER BY r.position, r.id"
            .formatted(where.sql());
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(SqlRules::read)).list();
  }

  @Override
  public void insert(AutomationRule rule) {
    TABLE.insert(handle, rule);
  }

  @Override
  public void update(AutomationRule rule) {
    TABLE.update(handle, rule);
  }

  @Override
  public void delete(UUID id) {
    handle.execute("DELETE FROM automation_rules WHERE id = ?", id);
  }

  private static AutomationRule read(Row row) throws SQLException {
    return new AutomationRule(
        row.id("id"),
        row.text("name"),
        row.textOrNull("built_in"),
        row.flag("enabled"),
        row.number("position"),
        row.list("verbs", Verb[].class),
        row.list("conditions", RuleCondition[].class),
        row.list("actions", RuleAction[].class),
        row.time("created_at"),
        row.time("updated_at"),
        row.bigNumber("version"));
  }
}
