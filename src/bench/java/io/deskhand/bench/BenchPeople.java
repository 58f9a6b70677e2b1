package io.deskhand.bench;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Category;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.Organization;
import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.store.Import;
import io.deskhand.server.store.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Eight departments, a hundred agents, a lead, an admin, and a customer for every ten tickets. */
final class BenchPeople {
  static final String PASSWORD = "bench";
  static final String ADMIN = "admin@bench.desk";
  static final String LEAD = "lead@bench.desk";
  static final String AGENT = "agent0@bench.desk";
  private static final int DEPARTMENTS = 8;
  private static final int AGENTS = 100;
  private static final int ORGANIZATIONS = 500;
  private static final int TICKETS_PER_CUSTOMER = 10;

  final List<Department> departments = new ArrayList<>();
  final List<Category> categories = new ArrayList<>();
  final List<Organization> organizations = new ArrayList<>();
  final List<Customer> customers = new ArrayList<>();
  final List<Agent> agents = new ArrayList<>();

  BenchPeople(int tickets, Vocabulary words, RandomGenerator random) {
    for (int n = 0; n < DEPARTMENTS; n++) {
      departments.add(new Department(id(1, n), "Department " + n, null, 1, 0, 1));
      categories.add(
          new Category("kind" + n, "Kind " + n, departments.get(n).id(), Priority.MEDIUM));
    }
    for (int n = 0; n < ORGANIZATIONS; n++) {
      organizations.add(
          new Organization(
              id(2, n), words.text(random, 2), OrganizationTier.STANDARD, 50, 1_000L, "active", 1));
    }
    for (int n = 0; n < Math.max(1, tickets / TICKETS_PER_CUSTOMER); n++) {
      customers.add(
          new Customer(
              id(3, n),
              words.text(random, 2),
              "customer" + n + "@bench.desk",
              null,
              organizations.get(n % ORGANIZATIONS).id(),
              "en",
              "active",
              1));
    }
    for (int n = 0; n < AGENTS; n++) {
      agents.add(
          agent(n, "agent" + n + "@bench.desk", Role.AGENT, departments.get(n % DEPARTMENTS)));
    }
    agents.add(agent(AGENTS, LEAD, Role.LEAD, departments.getFirst()));
    agents.add(agent(AGENTS + 1, ADMIN, Role.ADMIN, departments.getFirst()));
  }

  void writeTo(Import target) {
    String hash = new Passwords().hash(PASSWORD);
    target.departments(departments);
    target.categories(categories);
    target.organizations(organizations);
    target.customers(customers);
    target.staff(agents.stream().map(agent -> new StaffMember(agent, Set.of(), hash)).toList());
  }

  private static Agent agent(int n, String email, Role role, Department department) {
    return new Agent(
        id(4, n),
        "Agent " + n,
        email,
        null,
        department.id(),
        1 + n % 3,
        role,
        AgentStatus.AVAILABLE,
        1_000_000,
        0,
        List.of(),
        1);
  }

  private static UUID id(int kind, int n) {
    return new UUID(0x7000L + kind, 0x8000_0000_0000_0000L + n);
  }
}
