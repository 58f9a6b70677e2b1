package io.deskhand.server.store;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Role;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** An agent as a row, without what only the sign-in needs. */
final class StaffRows {
  static final Table<Agent> TABLE =
      Table.<Agent>named("agents")
          .id("id", Agent::id)
          .text("name", Agent::name)
          .text("email", Agent::email)
          .text("email_key", agent -> emailKey(agent.email()))
          .text("phone", Agent::phone)
          .id("department_id", Agent::departmentId)
          .number("tier", Agent::tier)
          .name("role", Agent::role)
          .name("status", Agent::status)
          .number("capacity", Agent::capacity)
          .number("active_tickets", Agent::activeTickets)
          .json("skills", Agent::skills)
          .bigNumber("version", Agent::version)
          .build();

  /** A department that somebody leads. */
  record Lead(UUID agentId, UUID departmentId) {}

  static final Table<Lead> LEADS =
      Table.<Lead>named("led_departments")
          .id("agent_id", Lead::agentId)
          .id("department_id", Lead::departmentId)
          .build();

  private StaffRows() {}

  static Agent read(Row row) throws SQLException {
    return new Agent(
        row.id("id"),
        row.text("name"),
        row.text("email"),
        row.textOrNull("phone"),
        row.idOrNull("department_id"),
        row.number("tier"),
        row.name("role", Role.class),
        row.name("status", AgentStatus.class),
        row.number("capacity"),
        row.number("active_tickets"),
        row.list("skills", String[].class),
        row.bigNumber("version"));
  }

  /** What an e-mail address is found by: it is the same in any case. */
  static String emailKey(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
