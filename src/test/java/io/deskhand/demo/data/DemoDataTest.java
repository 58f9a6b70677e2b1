package io.deskhand.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.demo.DemoPeople;
import io.deskhand.demo.stock.Stock;
import io.deskhand.model.Agent;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A whole desk of 20,000 tickets, and whether one could believe it. */
class DemoDataTest {
  private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
  private static final Stock STOCK = Stock.load();
  private static final Cast CAST = new Cast(DemoPeople.staff(), DemoPeople.customers());
  private static final DemoData DESK = new DemoData(CAST, STOCK, 20_000, 7, NOW);
  private static final List<Ticket> TICKETS = DESK.stories().map(Story::ticket).toList();

  @Test
  void theSameSeedMakesTheSameDesk() {
    DemoData one = new DemoData(CAST, STOCK, 300, 5, NOW);
    DemoData other = new DemoData(CAST, STOCK, 300, 5, NOW);

    assertThat(one.stories()).containsExactlyElementsOf(other.stories().toList());
    assertThat(one.customers()).isEqualTo(other.customers());
    assertThat(one.agents()).isEqualTo(other.agents());
  }

  @Test
  void anotherSeedMakesAnotherDesk() {
    DemoData one = new DemoData(CAST, STOCK, 300, 5, NOW);
    DemoData other = new DemoData(CAST, STOCK, 300, 6, NOW);

    assertThat(one.stories().map(story -> story.ticket().subject()).toList())
        .isNotEqualTo(other.stories().map(story -> story.ticket().subject()).toList());
  }

  @Test
  void mostTicketsAreDoneAndTheRestIsSpread() {
    assertThat(TICKETS).hasSize(20_000);
    assertThat(count(is(Status.OPEN))).isBetween(120L, 320L);
    assertThat(count(is(Status.IN_PROGRESS))).isBetween(180L, 850L);
    assertThat(count(is(Status.PENDING))).isBetween(90L, 450L);
    assertThat(count(is(Status.ESCALATED))).isBetween(40L, 160L);
    assertThat(count(is(Status.REOPENED))).isBetween(10L, 60L);
    assertThat(count(is(Status.RESOLVED))).isBetween(200L, 1_000L);
  }

  @Test
  void openTicketsAreYoung() {
    long young = count(is(Status.OPEN).and(ticket -> isYoungerThan(ticket, 5)));

    assertThat(young).isGreaterThan(count(is(Status.OPEN)) * 8 / 10);
    assertThat(count(is(Status.CLOSED).and(ticket -> isYoungerThan(ticket, 2)))).isLessThan(12);
  }

  @Test
  void theNamedAgentsHaveAShareThatTheyCanManage() {
    assertThat(load("max@demo.desk")).isEqualTo(14);
    assertThat(load("ines@demo.desk")).isEqualTo(11);
    assertThat(load("omar@demo.desk")).isEqualTo(8);
    for (Agent agent : DESK.agents()) {
      assertThat(load(agent.email())).as(agent.name()).isLessThan(40);
    }
  }

  @Test
  void someTicketsOfMaxsDepartmentWaitForSomebody() {
    UUID department = agent("max@demo.desk").departmentId();

    assertThat(count(is(Status.OPEN).and(ticket -> ticket.departmentId().equals(department))))
        .isBetween(10L, 20L);
    assertThat(count(is(Status.OPEN).and(ticket -> ticket.assignedTo() != null))).isZero();
  }

  @Test
  void coraHasTicketsWithMaxAndOneThatNobodyHasTaken() {
    List<Ticket> hers =
        TICKETS.stream()
            .filter(ticket -> "cora@demo.desk".equals(ticket.customerEmail()))
            .filter(ticket -> ticket.status().isActive())
            .toList();

    assertThat(hers).extracting(Ticket::assignedToName).containsOnly("Max Brandt", null);
    assertThat(hers).hasSize(3);
    for (Person person : DemoPeople.customers()) {
      assertThat(TICKETS).extracting(Ticket::customerEmail).contains(person.email());
    }
  }

  @Test
  void someDeadlinesHavePassed() {
    long due = count(ticket -> ticket.dueAt() != null);
    long late = count(ticket -> ticket.dueAt() != null && ticket.dueAt().isBefore(NOW));

    assertThat(late).isBetween(due / 10, due / 3);
    assertThat(count(ticket -> !ticket.status().isActive() && ticket.dueAt() != null)).isZero();
  }

  @Test
  void neighboursInTheListSeldomHaveTheSameSubject() {
    for (int from = 0; from + 200 <= TICKETS.size(); from += 200) {
      List<Ticket> window = TICKETS.subList(from, from + 200);
      Set<String> subjects = new HashSet<>();
      window.forEach(ticket -> subjects.add(ticket.subject()));

      assertThat(200 - subjects.size()).as("duplicates from %d", from).isLessThan(25);
    }
  }

  @Test
  void ticketsComeByDayMoreThanByNightAndMoreThanAYearAgo() {
    Map<Boolean, Long> byHalf =
        TICKETS.stream()
            .collect(
                Collectors.partitioningBy(
                    ticket -> isYoungerThan(ticket, 182), Collectors.counting()));
    long atNight = count(ticket -> ticket.createdAt().toString().matches(".*T0[0-4]:.*"));
    long atNoon = count(ticket -> ticket.createdAt().toString().matches(".*T(09|1[0-3]):.*"));

    assertThat(byHalf.get(true)).isGreaterThan(byHalf.get(false));
    assertThat(atNoon).isGreaterThan(10 * atNight);
  }

  @Test
  void everyTicketIsOfSomebodyAndInADepartmentThatTakesIt() {
    Set<UUID> customers =
        DESK.customers().stream().map(customer -> customer.id()).collect(Collectors.toSet());
    Map<String, UUID> departments =
        DESK.categories().stream()
            .collect(
                Collectors.toMap(category -> category.key(), category -> category.departmentId()));

    for (Ticket ticket : TICKETS) {
      assertThat(customers.contains(ticket.customerId())).isTrue();
      assertThat(ticket.departmentId()).isEqualTo(departments.get(ticket.category()));
    }
  }

  @Test
  void numbersAreUniqueAndInOrder() {
    List<String> numbers = TICKETS.reversed().stream().map(Ticket::ticketNumber).toList();

    assertThat(numbers).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void peopleCanBeToldApart() {
    assertThat(DESK.agents()).extracting(Agent::email).doesNotHaveDuplicates();
    assertThat(DESK.customers()).extracting(customer -> customer.email()).doesNotHaveDuplicates();
    assertThat(DESK.organizations()).extracting(unit -> unit.name()).doesNotHaveDuplicates();
  }

  @Test
  void aSmallDeskHasWorkAsWell() {
    List<Ticket> small =
        new DemoData(CAST, STOCK, 60, 1, NOW).stories().map(Story::ticket).toList();

    assertThat(Arrays.asList(Status.values()))
        .filteredOn(status -> small.stream().anyMatch(ticket -> ticket.status() == status))
        .hasSizeGreaterThan(4);
  }

  private static long load(String email) {
    UUID id = agent(email).id();
    Function<Ticket, UUID> holder =
        ticket -> ticket.escalatedTo() != null ? ticket.escalatedTo() : ticket.assignedTo();
    return count(ticket -> ticket.status().isActive() && id.equals(holder.apply(ticket)));
  }

  private static Agent agent(String email) {
    return DESK.agents().stream().filter(a -> a.email().equals(email)).findFirst().orElseThrow();
  }

  private static boolean isYoungerThan(Ticket ticket, int days) {
    return ticket.createdAt().isAfter(NOW.minusSeconds(days * 86_400L));
  }

  private static Predicate<Ticket> is(Status status) {
    return ticket -> ticket.status() == status;
  }

  private static long count(Predicate<Ticket> wanted) {
    return TICKETS.stream().filter(wanted).count();
  }
}
