package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;
import io.deskhand.server.store.AuditReport.Break;
import io.deskhand.server.store.seal.KeyFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {
  private static final Ticket TICKET = Samples.ticket(1);

  @TempDir Path directory;

  @Test
  void whatIsWrittenAndWhatIsImportedIsOneWholeChain() {
    writeFourEntries();
    AuditReport report = AuditCheck.run(directory, KeyFiles.STANDARD);
    assertThat(report.isWhole()).isTrue();
    assertThat(report.links()).isEqualTo(4);
    assertThat(report.head()).hasSize(64);
  }

  @Test
  void aNewDeskIsWholeAndAFolderWithoutOneIsLeftAlone() {
    assertThatThrownBy(() -> AuditCheck.run(directory, KeyFiles.STANDARD))
        .isInstanceOf(NoDesk.class);
    assertThat(directory).isEmptyDirectory();
    Store.open(directory, Clock.systemUTC()).close();
    assertThat(AuditCheck.run(directory, KeyFiles.STANDARD))
        .isEqualTo(new AuditReport(0, "", null));
  }

  @Test
  void whatFailsLeavesNoLink() {
    try (Store store = Store.open(directory, Clock.systemUTC())) {
      store.ledger().write(tx -> insertTicket(tx));
      assertThatThrownBy(
              () ->
                  store
                      .ledger()
                      .write(
                          tx -> {
                            append(tx, 11);
                            throw new IllegalStateException("no");
                          }))
          .hasMessage("no");
      store
          .ledger()
          .write(
              tx -> {
                assertThatThrownBy(() -> tx.attempt(() -> appendAndFail(tx)))
                    .hasMessage("not this");
                return append(tx, 13);
              });
    }
    assertThat(AuditCheck.run(directory, KeyFiles.STANDARD))
        .matches(AuditReport::isWhole)
        .returns(1L, AuditReport::links);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE history SET details = 'nothing'",
        "DELETE FROM history",
        "DELETE FROM history_chain",
        "UPDATE history_chain SET link = link + 10",
        "TRUNCATE TABLE history"
      })
  void theDatabaseItselfRefusesToChangeHistory(String sql) throws SQLException {
    writeFourEntries();
    assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class);
    assertThat(AuditCheck.run(directory, KeyFiles.STANDARD).links()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE history SET details = 'nothing' WHERE id = '%s'          | is not what was written
          UPDATE history SET performed_by_name = 'Eve' WHERE id = '%s'    | is not what was written
          UPDATE history SET staff_only = NOT staff_only WHERE id = '%s'  | is not what was written
          UPDATE history_chain SET hash = X'00' WHERE entry_id = '%s'     | is not what was written
          DELETE FROM history WHERE id = '%s'                             | the entry is gone
          """)
  void theFirstBrokenLinkIsNamed(String tampering, String reason) throws SQLException {
    writeFourEntries();
    executeUnguarded(tampering.formatted(Samples.id(12)));
    Break broken = AuditCheck.run(directory, KeyFiles.STANDARD).broken();
    assertThat(broken.link()).isEqualTo(2);
    assertThat(broken.ticketId()).isEqualTo(TICKET.id());
    assertThat(broken.entryId()).isEqualTo(Samples.id(12));
    assertThat(broken.reason()).contains(reason);
  }

  @Test
  void anEntryThatIsGoneWithItsLinkIsNoticedInTheMiddleAndAtTheEnd() throws SQLException {
    writeFourEntries();
    remove(14);
    Break atTheEnd = AuditCheck.run(directory, KeyFiles.STANDARD).broken();
    assertThat(atTheEnd.link()).isEqualTo(4);
    assertThat(atTheEnd.reason()).contains("was 4 links long");
    remove(12);
    Break inTheMiddle = AuditCheck.run(directory, KeyFiles.STANDARD).broken();
    assertThat(inTheMiddle.link()).isEqualTo(2);
    assertThat(inTheMiddle.entryId()).isEqualTo(Samples.id(13));
    assertThat(inTheMiddle.reason()).contains("is gone");
  }

  @Test
  void anEntryThatWasSlippedInIsNoticed() throws SQLException {
    writeFourEntries();
    execute(
        """
        INSERT INTO history (id, ticket_id, action, performed_by_name, changes, happened_at, staff_only)
        SELECT '%s', ticket_id, action, 'Eve', changes, happened_at, staff_only
        FROM history WHERE id = '%s'
        """
            .formatted(Samples.id(99), Samples.id(11)));
    Break broken = AuditCheck.run(directory, KeyFiles.STANDARD).broken();
    assertThat(broken.entryId()).isEqualTo(Samples.id(99));
    assertThat(broken.reason()).isEqualTo("the entry has no link");
  }

  @Test
  void theHistoryOfTheFirstVersionIsChainedByTheMigration() throws SQLException {
    Flyway.configure()
        .dataSource(url(), "desk", "")
        .locations("classpath:db/server")
        .target("2")
        .load()
        .migrate();
    execute(
        """
        SET REFERENTIAL_INTEGRITY FALSE;
        INSERT INTO desk_state (one, epoch, head, log_floor) VALUES (1, RANDOM_UUID(), 7, 0);
        INSERT INTO history (id, ticket_id, action, performed_by_name, changes, happened_at, staff_only)
        SELECT RANDOM_UUID(7), RANDOM_UUID(), 'status_changed', 'Max',
          '[{"field":"status","from":"open","to":"pending"}]', CURRENT_TIMESTAMP, FALSE
        FROM SYSTEM_RANGE(1, 2500);
        SET REFERENTIAL_INTEGRITY TRUE
        """);
    Store.open(directory, Clock.systemUTC()).close();
    assertThat(AuditCheck.run(directory, KeyFiles.STANDARD))
        .matches(AuditReport::isWhole)
        .returns(2500L, AuditReport::links);
  }

  private void writeFourEntries() {
    try (Store store = Store.open(directory, Clock.systemUTC())) {
      store.ledger().write(tx -> insertTicket(tx));
      store.ledger().write(tx -> append(tx, 11));
      store.ledger().write(tx -> append(tx, 12));
      store
          .ledger()
          .write(
              tx -> {
                tx.load(desk -> desk.history(List.of(Samples.entry(13, TICKET))));
                return tx.now();
              });
      store.ledger().write(tx -> append(tx, 14));
    }
  }

  private static Ticket insertTicket(Tx tx) {
    tx.tickets().insert(TICKET);
    return TICKET;
  }

  private static HistoryEntry append(Tx tx, int n) {
    HistoryEntry entry = Samples.entry(n, TICKET);
    tx.history().append(entry, TICKET);
    return entry;
  }

  private static HistoryEntry appendAndFail(Tx tx) {
    append(tx, 12);
    throw new IllegalStateException("not this");
  }

  private void remove(int n) throws SQLException {
    executeUnguarded("DELETE FROM history_chain WHERE entry_id = '%s'".formatted(Samples.id(n)));
    executeUnguarded("DELETE FROM history WHERE id = '%s'".formatted(Samples.id(n)));
  }

  private void executeUnguarded(String sql) throws SQLException {
    execute(
        """
        DROP TRIGGER IF EXISTS history_is_append_only;
        DROP TRIGGER IF EXISTS history_chain_is_append_only;
        SET REFERENTIAL_INTEGRITY FALSE;
        %s\
        """
            .formatted(sql));
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
