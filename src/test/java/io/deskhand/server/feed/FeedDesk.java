package io.deskhand.server.feed;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.Me;
import io.deskhand.model.Message;
import io.deskhand.model.Role;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.StaffMember;
import io.deskhand.server.web.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small desk whose tickets change hands at random, written straight to the ledger. */
public final class FeedDesk {
  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

  private final Random random;
  private final UUID support;
  private final UUID billing;
  private final Session ada;
  private final Session lea;
  private final Session max;
  private final Session ines;
  private final Session cora;
  private final List<UUID> tickets = new ArrayList<>();

  public FeedDesk(long seed) {
    random = new Random(seed);
    support = id();
    billing = id();
    ada = account(Role.ADMIN, id(), Set.of());
    lea = account(Role.LEAD, id(), Set.of(support));
    max = account(Role.AGENT, id(), Set.of(support));
    ines = account(Role.AGENT, id(), Set.of(billing));
    cora = account(Role.CUSTOMER, id(), Set.of());
  }

  public Session admin() {
    return ada;
  }

  public Session max() {
    return max;
  }

  public Session ines() {
    return ines;
  }

  public Session lead() {
    return lea;
  }

  public Session customer() {
    return cora;
  }

  public List<Session> everyone() {
    return List.of(ada, lea, max, ines, cora);
  }

  public Session account(Role role, UUID id, Set<UUID> departments) {
    Me me = new Me(id, role.wire() + " " + id, id + "@desk.example", role, null, null);
    return new Session(me, new Scope(id, role, departments), 1, Instant.MAX);
  }

  /** Writes the people and places that tickets refer to. */
  public void found(Ledger ledger) {
    ledger.write(
        tx -> {
          tx.departments().insert(new Department(support, "Support", null, 1, 0, 1));
          tx.departments().insert(new Department(billing, "Billing", null, 1, 0, 1));
          for (Session who : List.of(ada, lea, max, ines)) {
            tx.staff().insert(new StaffMember(agent(who), Set.of(), null));
          }
          tx.customers()
              .insert(new Customer(cora.me().id(), "Cora", null, null, null, null, null, 1));
          return 0;
        });
  }

  private Agent agent(Session who) {
    UUID department = who.scope().departments().stream().findFirst().orElse(support);
    return new Agent(
        who.me().id(),
        who.me().name(),
        who.me().email(),
        null,
        department,
        1,
        who.me().role(),
        AgentStatus.AVAILABLE,
        10,
        0,
        List.of(),
        1);
  }

  /** Lets {@code steps} random things happen, each in a transaction of its own. */
  public void live(Ledger ledger, int steps) {
    for (int step = 0; step < steps; step++) {
      int what = random.nextInt(10);
      if (tickets.isEmpty() || what < 3) {
        insert(ledger, pick(List.of(max, ines, ada)));
        continue;
      }
      UUID ticket = pick(tickets);
      switch (what) {
        case 3, 4 -> update(ledger, ticket, t -> t.assignedTo(anyAgent()));
        case 5 ->
            update(ledger, ticket, t -> t.departmentId(random.nextBoolean() ? support : billing));
        case 6 -> update(ledger, ticket, t -> t.status(pick(List.of(Status.values()))));
        case 7 -> update(ledger, ticket, t -> t.escalatedTo(anyAgent()));
        case 8 -> remove(ledger, ticket);
        default -> say(ledger, ticket, "message " + step);
      }
    }
  }

  public UUID insert(Ledger ledger, Session assignee) {
    UUID id = id();
    ledger.write(
        tx -> {
          tx.tickets()
              .insert(
                  new TicketBuilder(id, "Ticket", THEN.plusSeconds(random.nextInt(1_000)))
                      .ticketNumber(tx.tickets().nextNumber())
                      .customerId(random.nextBoolean() ? cora.me().id() : null)
                      .departmentId(random.nextBoolean() ? support : billing)
                      .assignedTo(assignee.me().id())
                      .build());
          return 0;
        });
    tickets.add(id);
    return id;
  }

  public void update(Ledger ledger, UUID id, UnaryOperator<TicketBuilder> change) {
    ledger.write(
        tx -> {
          Ticket before = tx.tickets().find(id).orElseThrow();
          tx.tickets()
              .update(
                  before, change.apply(before.toBuilder()).version(before.version() + 1).build());
          return 0;
        });
  }

  public void say(Ledger ledger, UUID id, String words) {
    Message message = message(id, words);
    ledger.write(
        tx -> {
          tx.messages().insert(message, tx.tickets().find(id).orElseThrow());
          return 0;
        });
  }

  /** Adds {@code count} messages of {@code length} characters in one transaction. */
  public void sayAtOnce(Ledger ledger, UUID id, int count, int length) {
    ledger.write(
        tx -> {
          Ticket ticket = tx.tickets().find(id).orElseThrow();
          for (int n = 0; n < count; n++) {
            tx.messages().insert(message(id, "x".repeat(length)), ticket);
          }
          return 0;
        });
  }

  public void remove(Ledger ledger, UUID id) {
    tickets.remove(id);
    ledger.write(
        tx -> {
          tx.tickets().remove(tx.tickets().find(id).orElseThrow());
          return 0;
        });
  }

  /** What {@code scope} sees, straight from the store. */
  public Map<UUID, Ticket> truth(Ledger ledger, Scope scope) {
    return ledger.read(view -> view.tickets().all(tickets, scope)).stream()
        .collect(Collectors.toMap(Ticket::id, ticket -> ticket));
  }

  private Message message(UUID ticket, String words) {
    return new Message(
        id(), ticket, null, "Cora", SenderType.CUSTOMER, words, false, List.of(), null, null, THEN);
  }

  private @Nullable UUID anyAgent() {
    return random.nextInt(3) == 0 ? null : pick(List.of(max, ines, ada)).me().id();
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
