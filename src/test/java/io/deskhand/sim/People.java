package io.deskhand.sim;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Category;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.server.store.Import;
import io.deskhand.server.store.StaffMember;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The desk that every run begins with. */
final class People {
  static final String PASSWORD = "demo";

  /** A hash brings its own parameters; nobody is to be kept out here. */
  private static final Argon2Function CHEAP = Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID);

  static final int TICKETS = 10;
  static final Department SUPPORT = new Department(id(1), "Support", null, 1, 0, 1);
  static final Department BILLING = new Department(id(2), "Billing", null, 1, 0, 1);
  static final Agent ADA = agent(10, "Ada", Role.ADMIN);
  static final Agent LEA = agent(11, "Lea", Role.LEAD);
  static final Agent MAX = agent(12, "Max", Role.AGENT);
  static final Agent INES = agent(13, "Ines", Role.AGENT);
  static final Customer CORA = customer(20, "Cora");
  static final Customer CARL = customer(21, "Carl");

  /** Those who sit at a console. */
  static final List<Agent> AT_CONSOLES = List.of(MAX, LEA, INES);

  private static final Instant BEFORE = World.START.minus(2, ChronoUnit.DAYS);

  private People() {}

  static void fill(Import desk) {
    String hash = Password.hash(PASSWORD).addRandomSalt(16).with(CHEAP).getResult();
    desk.departments(List.of(SUPPORT, BILLING));
    desk.categories(List.of(new Category("general", "General", SUPPORT.id(), Priority.LOW)));
    desk.customers(List.of(CORA, CARL));
    desk.customerLogin(CORA.id(), hash);
    desk.customerLogin(CARL.id(), hash);
    desk.staff(
        List.of(ADA, LEA, MAX, INES).stream()
            .map(agent -> new StaffMember(agent, Set.of(), hash))
            .toList());
    desk.tickets(IntStream.range(0, TICKETS).mapToObj(People::ticket).toList());
    desk.messages(IntStream.range(0, TICKETS).mapToObj(People::message).toList());
  }

  static UUID ticketId(int n) {
    return id(1_000 + n);
  }

  private static Ticket ticket(int n) {
    Customer customer = n % 3 == 0 ? CARL : CORA;
    return new TicketBuilder(ticketId(n), "Question number " + n, BEFORE.plusSeconds(n))
        .ticketNumber("TKT-2026-%06d".formatted(n + 1))
        .description("How do I do " + n + "?")
        .customerId(customer.id())
        .customerName(customer.name())
        .customerEmail(customer.email())
        .departmentId(n % 5 == 4 ? BILLING.id() : SUPPORT.id())
        .lastMessageAt(BEFORE.plusSeconds(n))
        .build();
  }

  private static Message message(int n) {
    Customer customer = n % 3 == 0 ? CARL : CORA;
    return new Message(
        id(1_000_000 + n),
        ticketId(n),
        customer.id(),
        customer.name(),
        SenderType.CUSTOMER,
        "Please help with " + n,
        false,
        List.of(),
        null,
        null,
        BEFORE.plusSeconds(n));
  }

  private static UUID id(int n) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }

  private static Customer customer(int n, String name) {
    String email = name.toLowerCase(Locale.ROOT) + "@demo.desk";
    return new Customer(id(n), name, email, null, null, "en", "active", 1);
  }

  private static Agent agent(int n, String name, Role role) {
    return new Agent(
        id(n),
        name,
        name.toLowerCase(Locale.ROOT) + "@demo.desk",
        null,
        SUPPORT.id(),
        1,
        role,
        AgentStatus.AVAILABLE,
        500,
        0,
        List.of(),
        1);
  }
}
