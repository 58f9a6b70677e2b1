package io.deskhand.bench;

import io.deskhand.model.Agent;
import io.deskhand.model.Channel;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.model.Ids;
import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.server.store.Import;
import io.deskhand.server.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A seeded desk of any size: a year of tickets with five messages each, and no history. Lighter
 * than the demo's, whose stories take longer to tell than to write.
 */
final class BenchData {
  private static final int AT_ONCE = 50_000;
  private static final int MESSAGES = 5;
  private static final Duration YEAR = Duration.ofDays(365);
  private final int tickets;
  private final int messages;
  private final Instant end;
  private final SplittableRandom random = new SplittableRandom(2026);
  private final Vocabulary words = new Vocabulary();
  private final BenchPeople people;

  private BenchData(int tickets, int messages, Instant end) {
    this.tickets = tickets;
    this.messages = messages;
    this.end = end;
    this.people = new BenchPeople(tickets, words, random);
  }

  /** Makes the desk in {@code directory}, unless a whole one is there. */
  static void prepare(Path directory, int tickets) throws IOException {
    prepare(directory, tickets, MESSAGES);
  }

  /** The same with {@code messages} for each ticket. */
  static void prepare(Path directory, int tickets, int messages) throws IOException {
    Path whole = directory.resolve("whole");
    if (Files.exists(whole)) {
      return;
    }
    try (Store store = Store.open(directory, Clock.systemUTC())) {
      fill(store, tickets, messages);
    }
    Files.createFile(whole);
  }

  /** Makes the desk in a store that is empty. */
  static void fill(Store store, int tickets) {
    fill(store, tickets, MESSAGES);
  }

  private static void fill(Store store, int tickets, int messages) {
    BenchData data = new BenchData(tickets, messages, Instant.now());
    data.load(store, data.people::writeTo);
    for (int first = 0; first < tickets; first += AT_ONCE) {
      int from = first;
      data.load(store, target -> data.write(target, from, Math.min(tickets, from + AT_ONCE)));
      System.err.println("written: " + Math.min(tickets, from + AT_ONCE) + " tickets");
    }
  }

  private void load(Store store, Consumer<Import> source) {
    store
        .ledger()
        .write(
            tx -> {
              tx.load(source);
              return tx.now();
            });
  }

  private void write(Import target, int from, int to) {
    List<Ticket> made = new ArrayList<>();
    List<Message> said = new ArrayList<>();
    for (int n = from; n < to; n++) {
      Ticket ticket = ticket(n);
      made.add(ticket);
      for (int m = 0; m < messages; m++) {
        said.add(message(ticket, m));
      }
    }
    target.tickets(made);
    target.messages(said);
  }

  private Ticket ticket(int n) {
    Instant created = end.minus(YEAR.multipliedBy(tickets - n).dividedBy(tickets));
    Customer customer = people.customers.get(random.nextInt(people.customers.size()));
    int kind = random.nextInt(people.departments.size());
    Department department = people.departments.get(kind);
    Agent agent = people.agents.get(random.nextInt(people.agents.size()));
    // Most of a year's tickets are done; what is open is mostly of the last weeks.
    boolean done = random.nextInt(100) < (n < tickets * 9L / 10 ? 98 : 60);
    boolean assigned = done || random.nextInt(4) > 0;
    Instant resolved = created.plusSeconds(3_600 + random.nextInt(500_000));
    return new TicketBuilder(Ids.at(created.toEpochMilli(), random), words.text(random, 5), created)
        .ticketNumber(String.format(Locale.ROOT, "TKT-2026-%06d", n + 1))
        .status(done ? (random.nextBoolean() ? Status.RESOLVED : Status.CLOSED) : open(assigned))
        .priority(Priority.values()[random.nextInt(4)])
        .category(people.categories.get(kind).key())
        .channel(Channel.values()[random.nextInt(Channel.values().length)])
        .customerId(customer.id())
        .customerName(customer.name())
        .customerEmail(customer.email())
        .organizationId(customer.organizationId())
        .departmentId(department.id())
        .assignedTo(assigned ? agent.id() : null)
        .assignedToName(assigned ? agent.name() : null)
        .firstResponseAt(assigned ? created.plusSeconds(60 + random.nextInt(20_000)) : null)
        .resolvedAt(done ? resolved : null)
        .satisfaction(done && random.nextInt(3) == 0 ? 1 + random.nextInt(5) : null)
        .dueAt(done ? null : created.plusSeconds(86_400))
        .messageCount(messages)
        .lastMessageAt(at(created, MESSAGES - 1))
        .tags(random.nextInt(5) == 0 ? List.of("tag" + random.nextInt(20)) : List.of())
        .updatedAt(done ? resolved : at(created, MESSAGES - 1))
        .build();
  }

  private Status open(boolean assigned) {
    if (!assigned) {
      return Status.OPEN;
    }
    return random.nextBoolean() ? Status.IN_PROGRESS : Status.PENDING;
  }

  private Message message(Ticket ticket, int m) {
    Instant created = at(ticket.createdAt(), m);
    boolean customers = m % 2 == 0;
    return new Message(
        Ids.at(created.toEpochMilli(), random),
        ticket.id(),
        customers ? ticket.customerId() : ticket.assignedTo(),
        customers ? "Customer" : "Agent",
        customers ? SenderType.CUSTOMER : SenderType.AGENT,
        words.text(random, 8 + random.nextInt(24)),
        m == 3,
        List.of(),
        null,
        null,
        created);
  }

  private static Instant at(Instant created, int m) {
    return created.plusSeconds(600L * m);
  }
}
