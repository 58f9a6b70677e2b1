package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Ticket;
import io.deskhand.server.store.seal.KeyFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However long a ticket has been going on, what is done in it costs the same (on H2). */
class LongTicketTest {
  private static final int ENTRIES = 1_000;
  private static final int PAGE = 20;
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
  private static final Ticket TICKET = Samples.ticket(1);

  @TempDir private Path directory;

  @Test
  void aPageOfMessagesIsAllThatIsReadForIt() {
    withLongTicket(
        handle -> {
          List<String> asked = new ArrayList<>();
          listen(handle, asked);
          assertThat(new SqlMessages(handle).page(TICKET.id(), true, null, PAGE)).hasSize(PAGE);
          assertThat(scanned(handle, asked.getLast(), Position.END)).isEqualTo(PAGE);
        });
  }

  @Test
  void aPageOfHistoryIsAllThatIsReadForIt() {
    withLongTicket(
        handle -> {
          List<String> asked = new ArrayList<>();
          listen(handle, asked);
          assertThat(new SqlHistory(handle).page(TICKET.id(), true, null, PAGE)).hasSize(PAGE);
          assertThat(scanned(handle, asked.getLast(), Position.END)).isEqualTo(PAGE);
        });
  }

  @Test
  void aNewEntryLooksOnlyAtThoseThatAreNotBeforeIt() {
    withLongTicket(
        handle -> {
          List<String> asked = new ArrayList<>();
          listen(handle, asked);
          Instant last = Samples.entry(ENTRIES, TICKET).timestamp();
          assertThat(new SqlHistory(handle).lastSince(TICKET.id(), last)).contains(last);
          assertThat(new SqlHistory(handle).lastSince(TICKET.id(), last.plusMillis(1))).isEmpty();
          assertThat(scanned(handle, asked.getLast(), last)).isLessThanOrEqualTo(2);
        });
  }

  private interface Check {
    void on(Handle handle);
  }

  private void withLongTicket(Check check) {
    H2Engine engine = new H2Engine(directory.resolve("desk").toString());
    DataKeys keys = DataKeys.of(engine, directory, KeyFiles.STANDARD);
    try (Database database = new Database(engine, keys);
        Handle handle = database.writer().open()) {
      TicketRows.TABLE.insert(handle, TICKET);
      MessageRows.TABLE.insertAll(
          handle,
          IntStream.rangeClosed(1, ENTRIES).mapToObj(n -> Samples.message(n, TICKET)).toList());
      HistoryRows.TABLE.insertAll(
          handle,
          IntStream.rangeClosed(1, ENTRIES).mapToObj(n -> Samples.entry(n, TICKET)).toList());
      check.on(handle);
    }
  }

  private static void listen(Handle handle, List<String> asked) {
    handle
        .getConfig(SqlStatements.class)
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                asked.add(context.getRenderedSql());
              }
            });
  }

  private static int scanned(Handle handle, String sql, Position before) {
    return scanned(
        handle
            .createQuery("EXPLAIN ANALYZE " + sql)
            .bind(0, TICKET.id())
            .bind(1, before.at())
            .bind(2, before.id())
            .mapTo(String.class)
            .one());
  }

  private static int scanned(Handle handle, String sql, Instant since) {
    return scanned(
        handle
            .createQuery("EXPLAIN ANALYZE " + sql)
            .bind(0, TICKET.id())
            .bind(1, since)
            .mapTo(String.class)
            .one());
  }

  private static int scanned(String plan) {
    Matcher count = SCANNED.matcher(plan);
    assertThat(count.find()).as(plan).isTrue();
    return Integer.parseInt(count.group(1));
  }
}
