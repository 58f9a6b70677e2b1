package io.deskhand.sync.engine;

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
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.store.Import;
import io.deskhand.server.store.StaffMember;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A desk with two departments, a few people, a customer and some tickets. */
final class SmallDesk {
  static final String PASSWORD = "demo";
  private static final String HASH = new Passwords().hash(PASSWORD);
  private static final Instant START =
      Instant.now().minus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

  static final Department SUPPORT = new Department(id(1), "Support", null, 1, 0, 1);
  static final Department BILLING = new Department(id(2), "Billing", null, 1, 0, 1);
  static final Agent ADA = agent(10, "Ada", SUPPORT, Role.ADMIN);
  static final Agent LEA = agent(11, "Lea", SUPPORT, Role.LEAD);
  static final Agent MAX = agent(12, "Max", SUPPORT, Role.AGENT);
  static final Agent INES = agent(13, "Ines", SUPPORT, Role.AGENT);
  static final Customer CORA =
      new Customer(id(20), "Cora", "cora@demo.desk", null, null, "en", "active", 1);

  private SmallDesk() {}

  /**
   * Fills a desk with {@code tickets} open, unassigned tickets of Cora's, each with one message.
   */
  static Consumer<Import> seed(int tickets) {
    return target -> {
      target.departments(List.of(SUPPORT, BILLING));
      target.categories(List.of(new Category("general", "General", SUPPORT.id(), Priority.LOW)));
      target.customers(List.of(CORA));
      target.customerLogin(CORA.id(), HASH);
      target.staff(
          List.of(ADA, LEA, MAX, INES).stream()
              .map(agent -> new StaffMember(agent, Set.of(), HASH))
              .toList());
      target.tickets(IntStream.range(0, tickets).mapToObj(SmallDesk::ticket).toList());
      target.messages(IntStream.range(0, tickets).mapToObj(SmallDesk::message).toList());
    };
  }

  static UUID ticketId(int n) {
    return id(1_000 + n);
  }

  static String email(Agent agent) {
    return agent.email();
  }

  private static Ticket ticket(int n) {
    return new TicketBuilder(ticketId(n), "Question number " + n, START.plusSeconds(n))
        .ticketNumber("TKT-2026-%06d".formatted(n + 1))
        .description("How do I do " + n + "?")
        .customerId(CORA.id())
        .customerName(CORA.name())
        .customerEmail(CORA.email())
        .departmentId(SUPPORT.id())
        .lastMessageAt(START.plusSeconds(n))
        .build();
  }

  private static Message message(int n) {
    return new Message(
        id(1_000_000 + n),
        ticketId(n),
        CORA.id(),
        CORA.name(),
        SenderType.CUSTOMER,
        "Please help with " + n,
        false,
        List.of(),
        null,
        null,
        START.plusSeconds(n));
  }

  private static UUID id(int n) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }

  private static Agent agent(int n, String name, Department department, Role role) {
    return new Agent(
        id(n),
        name,
        name.toLowerCase(Locale.ROOT) + "@demo.desk",
        null,
        department.id(),
        1,
        role,
        AgentStatus.AVAILABLE,
        500,
        0,
        List.of(),
        1);
  }
}
