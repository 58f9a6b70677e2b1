package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Channel;
import io.deskhand.model.Customer;
import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import io.deskhand.server.store.Import;
import io.deskhand.server.store.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, orders and pages against a plain model of 400 seeded tickets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListTest {
  private static final int TICKETS = 400;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> CATEGORIES = List.of("technical", "billing", "other");
  private static final List<String> WORDS = List.of("invoice", "login", "100%", "crash_report");
  private final List<Ticket> tickets = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private DeskServer server;
  private Client ada;

  @BeforeAll
  void start(@TempDir Path data) {
    Random random = new Random(7);
    for (int n = 1; n <= TICKETS; n++) {
      tickets.add(ticket(n, random));
    }
    for (int n = 0; n < TICKETS; n += 3) {
      addMessage(n, WORDS.get(random.nextInt(WORDS.size())));
    }
    server = DeskServer.start(TestDatabase.local(data).withSeed(this::fill));
    ada = Client.of(server).signIn("ada@demo.desk");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private void fill(Import target) {
    TestDesk.SEED.accept(target);
    target.tickets(tickets);
    target.messages(messages);
  }

  private void addMessage(int n, String word) {
    Ticket ticket = tickets.get(n);
    Message message =
        new Message(
            TestDesk.id(50_000 + n),
            ticket.id(),
            null,
            "Cora",
            SenderType.CUSTOMER,
            "About the " + word.toUpperCase(Locale.ROOT) + "!",
            false,
            List.of(),
            null,
            null,
            ticket.createdAt().plusSeconds(60 + n % 7));
    messages.add(message);
    tickets.set(n, ticket.toBuilder().messageCount(1).lastMessageAt(message.createdAt()).build());
  }

  private static Ticket ticket(int n, Random random) {
    Instant created = START.plus(Duration.ofHours(random.nextInt(24 * 300)));
    Customer customer = random.nextBoolean() ? TestDesk.CORA : TestDesk.CARL;
    boolean assigned = random.nextInt(3) > 0;
    boolean escalated = random.nextInt(8) == 0;
    return new TicketBuilder(
            TestDesk.id(1_000 + n), WORDS.get(random.nextInt(WORDS.size())) + " " + n, created)
        .ticketNumber(String.format(Locale.ROOT, "TKT-2026-%06d", n))
        .status(pick(Status.values(), random))
        .priority(pick(Priority.values(), random))
        .category(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
        .channel(pick(Channel.values(), random))
        .customerId(customer.id())
        .customerName(customer.name())
        .organizationId(customer.organizationId())
        .departmentId(random.nextBoolean() ? TestDesk.SUPPORT.id() : TestDesk.BILLING.id())
        .assignedTo(assigned ? (random.nextBoolean() ? TestDesk.MAX : TestDesk.INES).id() : null)
        .escalatedTo(escalated ? TestDesk.OMAR.id() : null)
        .dueAt(random.nextInt(3) == 0 ? null : created.plus(Duration.ofDays(1 + n % 5)))
        .tags(random.nextInt(4) == 0 ? List.of("vip", "b" + n % 2) : List.of())
        .updatedAt(created.plus(Duration.ofHours(n % 50)))
        .build();
  }

  private static <E> E pick(E[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  static Map<String, Predicate<Ticket>> filters() {
    Map<String, Predicate<Ticket>> filters = new TreeMap<>();
    filters.put("status=open", t -> t.status() == Status.OPEN);
    filters.put(
        "status=open,In-Progress&status=CLOSED",
        t -> Set.of(Status.OPEN, Status.IN_PROGRESS, Status.CLOSED).contains(t.status()));
    filters.put("priority=critical", t -> t.priority() == Priority.URGENT);
    filters.put("category=billing,other", t -> !t.category().equals("technical"));
    filters.put("channel=phone", t -> t.channel() == Channel.PHONE);
    filters.put("assignedTo=none", t -> t.assignedTo() == null && t.escalatedTo() == null);
    filters.put("assignedTo=me", t -> false);
    filters.put("assigned_to=" + TestDesk.OMAR.id(), t -> t.isWith(TestDesk.OMAR.id()));
    filters.put(
        "departmentId=" + TestDesk.BILLING.id(),
        t -> TestDesk.BILLING.id().equals(t.departmentId()));
    filters.put(
        "organizationId=" + TestDesk.ACME.id(), t -> TestDesk.ACME.id().equals(t.organizationId()));
    filters.put("customerId=" + TestDesk.CARL.id(), t -> TestDesk.CARL.id().equals(t.customerId()));
    filters.put("tag=vip", t -> t.tags().contains("vip"));
    filters.put("tag=b0,b1", t -> !t.tags().isEmpty());
    Instant from = Instant.parse("2026-03-01T00:00:00Z");
    Instant after = Instant.parse("2026-04-01T00:00:00Z");
    filters.put(
        "createdFrom=2026-03-01&createdTo=2026-03-31",
        t -> !t.createdAt().isBefore(from) && t.createdAt().isBefore(after));
    filters.put("updatedSince=2026-03-01T02:00:00%2B02:00", t -> !t.updatedAt().isBefore(from));
    filters.put(
        "status=open&priority=high&departmentId=" + TestDesk.SUPPORT.id(),
        t ->
            t.status() == Status.OPEN
                && t.priority() == Priority.HIGH
                && TestDesk.SUPPORT.id().equals(t.departmentId()));
    return filters;
  }

  static Set<String> filterNames() {
    return filters().keySet();
  }

  @ParameterizedTest
  @MethodSource("filterNames")
  void aFilterFindsWhatTheModelFinds(String query) {
    Predicate<Ticket> filter = Objects.requireNonNull(filters().get(query));
    TicketPage page = page(query + "&limit=500");
    assertThat(ids(page.tickets()))
        .containsExactlyInAnyOrderElementsOf(ids(tickets.stream().filter(filter).toList()));
    assertThat(page.total()).isEqualTo(page.tickets().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoice",
        "LOGIN 1",
        "100%",
        "crash_report",
        "cora",
        "Carl inv",
        "TKT-2026-00001",
        "tkt-2026 log",
        "17",
        "nobody",
        "_",
        "!"
      })
  void everyWordIsInNumberSubjectCustomerOrMessagesAndTheLastMayBeOnlyBegun(String text) {
    List<String> wanted = words(text);
    List<Ticket> expected =
        tickets.stream().filter(ticket -> !wanted.isEmpty() && hasAll(ticket, wanted)).toList();
    String query = "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&limit=500";
    TicketPage found = page(query);
    assertThat(ids(found.tickets())).containsExactlyInAnyOrderElementsOf(ids(expected));
    assertThat(found.total()).isEqualTo(expected.size());
    assertThat(ids(page(query + "&sort=createdAt").tickets()))
        .isEqualTo(ids(expected.stream().sorted(order("createdAt", false)).toList()));
    assertThat(byCursor(query.replace("500", "40"), expected.size()))
        .isEqualTo(ids(found.tickets()));
  }

  private boolean hasAll(Ticket ticket, List<String> wanted) {
    Set<String> there = new HashSet<>(words(ticket.subject() + " " + ticket.customerName()));
    messages.stream()
        .filter(message -> message.ticketId().equals(ticket.id()))
        .forEach(message -> there.addAll(words(message.body())));
    String number = Objects.requireNonNull(ticket.ticketNumber()).toLowerCase(Locale.ROOT);
    String last = wanted.getLast();
    return wanted.stream().allMatch(word -> there.contains(word) || isOf(number, word))
        || (wanted.subList(0, wanted.size() - 1).stream()
                .allMatch(word -> there.contains(word) || isOf(number, word))
            && there.stream().anyMatch(word -> word.startsWith(last)));
  }

  /** A number is found by its beginning, and by its place in the sequence. */
  private static boolean isOf(String number, String word) {
    return number.startsWith(word)
        || (word.matches("\\d+") && number.matches("tkt-2026-0*" + Long.parseLong(word)));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9_-]+"))
        .filter(word -> !word.replace("_", "").isEmpty())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"createdAt", "updatedAt", "lastMessageAt", "dueAt", "priority", "status"})
  void pagesByCursorAndByNumberGiveTheModelsOrder(String key) {
    for (String sign : List.of("", "-")) {
      List<UUID> expected = ids(tickets.stream().sorted(order(key, sign.equals("-"))).toList());
      assertThat(byCursor("sort=" + sign + key + "&limit=90", TICKETS)).isEqualTo(expected);
      assertThat(byNumber("sort=" + sign + key + "&limit=90")).isEqualTo(expected);
    }
  }

  private List<UUID> byCursor(String query, int total) {
    List<UUID> found = new ArrayList<>();
    TicketPage page = page(query);
    found.addAll(ids(page.tickets()));
    while (page.nextCursor() != null) {
      page = page(query + "&cursor=" + page.nextCursor());
      assertThat(page.total()).isEqualTo(total);
      found.addAll(ids(page.tickets()));
    }
    return found;
  }

  private List<UUID> byNumber(String query) {
    List<UUID> found = new ArrayList<>();
    for (int number = 1; number <= 6; number++) {
      found.addAll(ids(page(query + "&page=" + number).tickets()));
    }
    return found;
  }

  private static Comparator<Ticket> order(String key, boolean descending) {
    Function<Ticket, Comparable<?>> value =
        switch (key) {
          case "createdAt" -> Ticket::createdAt;
          case "updatedAt" -> Ticket::updatedAt;
          case "lastMessageAt" -> Ticket::lastMessageAt;
          case "dueAt" -> Ticket::dueAt;
          case "priority" -> Ticket::priority;
          default -> Ticket::status;
        };
    @SuppressWarnings({"unchecked", "rawtypes"})
    Comparator<Comparable<?>> natural = (a, b) -> ((Comparable) a).compareTo(b);
    Comparator<Comparable<?>> directed = descending ? natural.reversed() : natural;
    Comparator<Ticket> byId = Comparator.comparing(ticket -> ticket.id().toString());
    return Comparator.comparing(value, Comparator.nullsLast(directed))
        .thenComparing(descending ? byId.reversed() : byId);
  }

  @Test
  void aCursorFitsItsOwnOrderOnly() {
    String cursor = page("sort=createdAt&limit=10").nextCursor();
    assertThat(ada.get(Routes.TICKETS + "?sort=-createdAt&cursor=" + cursor).error("cursor"))
        .contains("not a cursor");
    assertThat(ada.get(Routes.TICKETS + "?sort=createdAt&page=2&cursor=" + cursor).error("page"))
        .contains("not both");
  }

  private TicketPage page(String query) {
    return ada.get(Routes.TICKETS + "?" + query).ok(TicketPage.class);
  }

  private static List<UUID> ids(List<Ticket> tickets) {
    return tickets.stream().map(Ticket::id).toList();
  }
}
