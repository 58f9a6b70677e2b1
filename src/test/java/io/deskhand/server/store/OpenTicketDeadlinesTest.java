package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Ticket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk of the first version gets deadlines for what is open, and for nothing else. */
class OpenTicketDeadlinesTest {
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
  @TempDir private Path directory;

  @Test
  void ticketsThatWereOpenBeforeThereWereDeadlinesGetTheirs() throws SQLException {
    Flyway.configure()
        .dataSource(url(), "desk", "")
        .locations("classpath:db/server")
        .target("2")
        .load()
        .migrate();
    execute("INSERT INTO desk_state (one, epoch, head, log_floor) VALUES (1, RANDOM_UUID(), 7, 0)");
    ticket(1, "open", "urgent", "NULL");
    ticket(2, "in_progress", "high", "TIMESTAMP WITH TIME ZONE '2020-11-16 12:00:00Z'");
    ticket(3, "pending", "high", "NULL");
    ticket(4, "resolved", "high", "NULL");
    try (Store store = Store.open(directory, Clock.systemUTC())) {
      assertThat(read(store, 1).dueAt()).isEqualTo("2020-11-16T11:00:00Z");
      assertThat(read(store, 1).version()).isEqualTo(4);
      assertThat(read(store, 2).dueAt()).isEqualTo("2020-11-16T18:00:00Z");
      assertThat(read(store, 3).dueAt()).isNull();
      assertThat(read(store, 3).version()).isEqualTo(3);
      assertThat(read(store, 4).dueAt()).isNull();
      // Long overdue, and nobody is told.
      assertThat(store.ledger().<Integer>read(view -> view.sla().withNews(FAR, 10).size()))
          .isZero();
      assertThat(store.ledger().floor()).isEqualTo(8);
    }
  }

  private static Ticket read(Store store, int n) {
    return store.ledger().read(view -> view.tickets().find(id(n)).orElseThrow());
  }

  private static UUID id(int n) {
    return new UUID(7, n);
  }

  private void ticket(int n, String status, String priority, String answered) throws SQLException {
    execute(
        """
        INSERT INTO tickets (id, ticket_number, subject, status, priority, category, channel,
          message_count, tags, created_at, updated_at, version, first_response_at)
        VALUES ('%s', 'TKT-2020-00000%d', 'Help', '%s', '%s', 'general', 'web', 0, '[]',
          TIMESTAMP WITH TIME ZONE '2020-11-16 10:00:00Z',
          TIMESTAMP WITH TIME ZONE '2020-11-16 10:00:00Z', 3, %s)
        """
            .formatted(id(n), n, status, priority, answered));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "desk", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String url() {
    return "jdbc:h2:" + directory.resolve("desk") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
  }
}
