package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.model.Customer;
import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.Answers.Answer;
import io.deskhand.server.store.seal.KeyFiles;
import io.deskhand.server.store.seal.KeysUnusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedDataTest {
  private static final String NAME = "Quentin Vexillum";
  private static final String EMAIL = "quentin.vexillum@secret.example";
  private static final String PHONE = "+49 30 98765432";
  private static final UUID CUSTOMER = Samples.id(500);
  private static final UUID AGENT = Samples.id(501);
  private static final Customer QUENTIN =
      new Customer(CUSTOMER, NAME, EMAIL, PHONE, null, null, null, 1);
  private static final Ticket TICKET =
      new TicketBuilder(Samples.id(502), "It does not work", Samples.THEN)
          .ticketNumber("TKT-2026-000502")
          .status(Status.CLOSED) // One that is open gets a deadline when it is migrated.
          .customerId(CUSTOMER)
          .customerName(NAME)
          .customerEmail(EMAIL)
          .customerPhone(PHONE)
          .build();
  @TempDir Path directory;

  @Test
  void nothingPersonalIsReadableInTheFilesAndAllOfItThroughTheStore() throws IOException {
    try (Store store = open()) {
      write(store.ledger());
      read(store.ledger());
    }
    nothingIsReadableInTheFiles();
    try (Store store = open()) {
      read(store.ledger());
    }
  }

  @Test
  void whatTheFirstVersionWroteIsSealedWhenItIsOpened() throws Exception {
    String url = "jdbc:h2:" + directory.resolve("desk") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    Flyway.configure()
        .dataSource(url, "desk", "")
        .locations("classpath:db/server")
        .target("2")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, "desk", "")) {
      writeAsTheFirstVersion(connection);
    }
    try (Store store = open()) {
      Ledger ledger = store.ledger();
      assertThat(customer(ledger)).contains(QUENTIN);
      assertThat(ticket(ledger)).contains(TICKET);
      assertThat(messages(ledger).getFirst().senderName()).isEqualTo(NAME);
      assertThat(history(ledger)).extracting(HistoryEntry::performedByName).containsExactly(NAME);
      assertThat(ledger.since(0, 10).getFirst().data()).isEqualTo(Json.bytes(TICKET));
      assertThat(answer(ledger)).isEqualTo(Json.bytes(TICKET));
      assertThat(store.secret("jwt", 32)).isEqualTo(new byte[32]);
    }
    try (Connection connection = DriverManager.getConnection(url, "desk", "");
        PreparedStatement names =
            connection.prepareStatement("SELECT customer_name, customer_email FROM tickets");
        var rows = names.executeQuery()) {
      rows.next();
      assertThat(rows.getString(1)).startsWith("~1:");
      assertThat(rows.getString(2)).startsWith("~1:");
    }
  }

  @Test
  void aCustomerIsFoundByTheWholeAddressHoweverItIsSpelledAndTheirTicketsByName() {
    try (Store store = open()) {
      Ledger ledger = store.ledger();
      write(ledger);
      String spelled = " Quentin.Vexillum@SECRET.example";
      assertThat(ledger.read(view -> view.customers().findByEmail(spelled)).orElseThrow())
          .isEqualTo(QUENTIN);
      assertThat(ledger.read(view -> view.customers().findByEmail("quentin.vexillum")).isPresent())
          .isFalse();
      assertThat(ledger.read(view -> view.index().tickets(null, null)).getFirst().customerName())
          .isEqualTo(NAME);
    }
  }

  @Test
  void afterARotationOldAndNewAreReadAndARewriteLeavesOnlyTheNewKey() throws IOException {
    try (Store store = open()) {
      write(store.ledger());
      assertThatThrownBy(() -> DataKeys.rotate(directory, null, KeyFiles.STANDARD, false))
          .isInstanceOf(DataDirInUse.class);
    }
    assertThat(DataKeys.rotate(directory, null, KeyFiles.STANDARD, false)).isZero();
    try (Store store = open()) {
      read(store.ledger());
      assertThat(customer(store.ledger())).contains(QUENTIN);
    }
    assertThat(DataKeys.rotate(directory, null, KeyFiles.STANDARD, true)).isGreaterThan(8);
    try (Store store = open()) {
      read(store.ledger());
    }
    nothingIsReadableInTheFiles();
  }

  @Test
  void otherKeysThanThoseOfTheDataAreRefusedAndNoneAreMadeInTheirPlace() throws IOException {
    open().close();
    Path keys = directory.resolve("keys.json");
    Path kept = Files.move(keys, directory.resolve("kept.json"));
    assertThatThrownBy(this::open)
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("bring that file back");
    assertThat(keys).doesNotExist();
    Files.writeString(keys, "{}");
    assertThatThrownBy(this::open).isInstanceOf(KeysUnusable.class);
    Files.delete(keys);
    Files.move(kept, keys);
    open().close();
  }

  private static Optional<Customer> customer(Ledger ledger) {
    return ledger.read(view -> view.customers().findByEmail(EMAIL));
  }

  private static Optional<Ticket> ticket(Ledger ledger) {
    return ledger.read(view -> view.tickets().find(TICKET.id()));
  }

  private static List<Message> messages(Ledger ledger) {
    return ledger.read(view -> view.messages().page(TICKET.id(), true, null, 10));
  }

  private static List<HistoryEntry> history(Ledger ledger) {
    return ledger.read(view -> view.history().page(TICKET.id(), true, null, 10));
  }

  private static byte[] answer(Ledger ledger) {
    return ledger.write(tx -> tx.answers().find(AGENT, "key").orElseThrow().body());
  }

  private Store open() {
    return Store.open(directory, Clock.systemUTC());
  }

  private static Message message() {
    return new Message(
        Samples.id(503),
        TICKET.id(),
        CUSTOMER,
        NAME,
        SenderType.CUSTOMER,
        "Help",
        false,
        List.of(),
        null,
        null,
        Samples.THEN.plusSeconds(1));
  }

  private static HistoryEntry entry() {
    return new HistoryEntry(
        Samples.id(504),
        TICKET.id(),
        HistoryAction.TICKET_UPDATED,
        CUSTOMER,
        NAME,
        null,
        List.of(new FieldChange("customerEmail", null, EMAIL)),
        Samples.THEN.plusSeconds(2));
  }

  private static void write(Ledger ledger) {
    ledger.write(
        tx -> {
          tx.customers().insert(QUENTIN);
          tx.tickets().insert(TICKET);
          tx.messages().insert(message(), TICKET);
          tx.history().append(entry(), TICKET);
          tx.answers().store(AGENT, "key", new Answer("hash", 200, Json.bytes(TICKET)));
          return tx.now();
        });
  }

  private static void read(Ledger ledger) {
    assertThat(customer(ledger)).contains(QUENTIN);
    assertThat(ticket(ledger)).contains(TICKET);
    assertThat(messages(ledger)).containsExactly(message());
    assertThat(history(ledger)).containsExactly(entry());
    assertThat(ledger.since(0, 1).getFirst().data()).isEqualTo(Json.bytes(TICKET));
    assertThat(answer(ledger)).isEqualTo(Json.bytes(TICKET));
  }

  private void nothingIsReadableInTheFiles() throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\0", "");
        assertThat(bytes.contains("Vexillum")).as(file + " has the name").isFalse();
        assertThat(bytes.contains("secret.example")).as(file + " has the e-mail").isFalse();
        assertThat(bytes.contains("98765432")).as(file + " has the number").isFalse();
      }
    }
  }

  private static void writeAsTheFirstVersion(Connection connection) throws SQLException {
    run(
        connection,
        "INSERT INTO customers (id, name, email, email_key, phone, version) VALUES (?,?,?,?,?,1)",
        CUSTOMER,
        NAME,
        EMAIL,
        EMAIL,
        PHONE);
    run(
        connection,
        """
        INSERT INTO tickets (id, ticket_number, subject, status, priority, category, channel,
          customer_id, customer_name, customer_email, customer_phone, message_count, tags,
          created_at, updated_at, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?)\
        """,
        TICKET.id(),
        TICKET.ticketNumber(),
        TICKET.subject(),
        TICKET.status().wire(),
        TICKET.priority().wire(),
        TICKET.category(),
        TICKET.channel().wire(),
        CUSTOMER,
        NAME,
        EMAIL,
        PHONE,
        TICKET.messageCount(),
        TICKET.createdAt(),
        TICKET.updatedAt(),
        TICKET.version());
    run(
        connection,
        """
        INSERT INTO messages (id, ticket_id, sender_name, sender_type, body, internal, attachments,
          created_at) VALUES (?, ?, ?, 'customer', 'Help', FALSE, '[]', ?)\
        """,
        Samples.id(503),
        TICKET.id(),
        NAME,
        Samples.THEN);
    run(
        connection,
        """
        INSERT INTO history (id, ticket_id, action, performed_by_name, changes, happened_at,
          staff_only) VALUES (?, ?, 'ticket_created', ?, '[]', ?, FALSE)\
        """,
        Samples.id(504),
        TICKET.id(),
        NAME,
        Samples.THEN);
    run(
        connection,
        "INSERT INTO change_log (seq, tx, entity, entity_id, op, data) VALUES (1, 1, ?, ?, ?, ?)",
        "ticket",
        TICKET.id().toString(),
        "put",
        Json.bytes(TICKET));
    run(
        connection,
        "INSERT INTO answers VALUES (?, 'key', 'hash', 200, ?, ?)",
        AGENT,
        Json.bytes(TICKET),
        Samples.THEN);
    run(connection, "INSERT INTO secrets (name, secret) VALUES ('jwt', ?)", new byte[32]);
    run(connection, "INSERT INTO desk_state VALUES (1, ?, 1, 0)", Samples.id(9));
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
