package io.deskhand.server.app;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Category;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.Organization;
import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.server.store.Import;
import io.deskhand.server.store.StaffMember;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A small desk: two departments, an admin, a lead and five agents, three customers. Everybody's
 * password is {@value #PASSWORD}.
 */
public final class TestDesk {
  public static final String PASSWORD = "demo";

  /** Of the smallest parameters, which are part of it: the tests sign in thousands of times. */
  private static final String HASH =
      Password.hash(PASSWORD)
          .addRandomSalt(8)
          .with(Argon2Function.getInstance(8, 1, 1, 16, Argon2.ID))
          .getResult();

  public static final Department SUPPORT = new Department(id(1), "Support", null, 1, 0, 1);
  public static final Department BILLING = new Department(id(2), "Billing", null, 1, 0, 1);
  public static final Organization ACME =
      new Organization(id(3), "Acme", OrganizationTier.STANDARD, 80, 1_000L, "active", 1);
  public static final Organization GLOBEX =
      new Organization(id(4), "Globex", OrganizationTier.ENTERPRISE, 60, 9_000L, "active", 1);

  public static final Agent ADA = agent(10, "Ada", null, 3, Role.ADMIN);
  public static final Agent LEA = agent(11, "Lea", SUPPORT.id(), 2, Role.LEAD);
  public static final Agent MAX = agent(12, "Max", SUPPORT.id(), 1, Role.AGENT);
  public static final Agent INES = agent(13, "Ines", SUPPORT.id(), 2, Role.AGENT);
  public static final Agent OMAR = agent(14, "Omar", SUPPORT.id(), 3, Role.AGENT);
  public static final Agent BEA = agent(15, "Bea", BILLING.id(), 1, Role.AGENT);
  public static final Agent BORIS = agent(16, "Boris", BILLING.id(), 2, Role.AGENT);

  public static final Customer CORA = customer(20, "Cora", ACME.id());
  public static final Customer CARL = customer(21, "Carl", null);
  public static final Customer CINA = customer(22, "Cina", GLOBEX.id());

  /** Fills a new desk with them. */
  public static final Consumer<Import> SEED =
      target -> {
        target.departments(List.of(SUPPORT, BILLING));
        target.categories(
            List.of(
                new Category("technical", "Technical", SUPPORT.id(), Priority.MEDIUM),
                new Category("billing", "Billing", BILLING.id(), Priority.HIGH)));
        target.organizations(List.of(ACME, GLOBEX));
        target.customers(List.of(CORA, CARL, CINA));
        target.customerLogin(CORA.id(), HASH);
        target.customerLogin(CARL.id(), HASH);
        target.staff(
            List.of(ADA, LEA, MAX, INES, OMAR, BEA, BORIS).stream().map(TestDesk::member).toList());
      };

  private TestDesk() {}

  public static UUID id(int n) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }

  private static StaffMember member(Agent agent) {
    return new StaffMember(agent, Set.of(), HASH);
  }

  private static Agent agent(int n, String name, UUID department, int tier, Role role) {
    // The admin and the lead are away, so that automatic assignment is among the agents.
    AgentStatus status = role == Role.AGENT ? AgentStatus.AVAILABLE : AgentStatus.AWAY;
    String email = name.toLowerCase(Locale.ROOT) + "@demo.desk";
    return new Agent(id(n), name, email, null, department, tier, role, status, 50, 0, List.of(), 1);
  }

  private static Customer customer(int n, String name, UUID organization) {
    String email = name.toLowerCase(Locale.ROOT) + "@demo.desk";
    return new Customer(id(n), name, email, null, organization, "en", "active", 1);
  }
}
