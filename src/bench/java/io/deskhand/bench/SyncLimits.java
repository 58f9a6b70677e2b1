package io.deskhand.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What this machine can do at best with a snapshot's bytes: parse them, store them, write them. */
final class SyncLimits {
  private static final int MOST = 100_000;
  private static final int PAGE = 2_000;
  private static final String KEY = "0123456789abcdef".repeat(4);

  private SyncLimits() {}

  /** Prints each limit as seconds for {@code tickets} of {@code server}. */
  static void print(URI server, Path directory, int tickets) throws Exception {
    ConsoleBench.delete(directory);
    Files.createDirectories(directory);
    System.out.println("\n| physical limit | seconds | rows or MB a second |\n|---|---|---|");
    List<byte[]> pages = pages(server, Math.min(tickets, MOST));
    for (int round = 0; round < 2; round++) {
      boolean last = round == 1;
      parse(pages, tickets, last);
    }
    insert(rows(pages), directory, tickets);
    write(pages, directory, tickets);
    ConsoleBench.delete(directory);
  }

  private static List<byte[]> pages(URI server, int tickets) {
    Http admin = Http.signIn(server, BenchPeople.ADMIN);
    List<byte[]> pages = new ArrayList<>();
    String cursor = null;
    int rows = 0;
    do {
      String next =
          cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
      byte[] page = admin.get(Routes.SNAPSHOT + "?limit=" + PAGE + next);
      pages.add(page);
      JsonNode tree = Json.parse(page);
      rows += tree.get("rows").size();
      cursor = tree.path("next").asText(null);
    } while (cursor != null && rows < tickets);
    return pages;
  }

  private static void parse(List<byte[]> pages, int tickets, boolean print) {
    long begun = System.nanoTime();
    long rows = 0;
    for (byte[] page : pages) {
      rows += Json.parse(page).get("rows").size();
    }
    if (print) {
      print("parse the snapshot's JSON", begun, rows, tickets);
    }
  }

  private record Row(UUID id, byte[] body) {}

  private static List<Row> rows(List<byte[]> pages) {
    List<Row> rows = new ArrayList<>();
    for (byte[] page : pages) {
      for (JsonNode row : Json.parse(page).get("rows")) {
        if (row.get("entity").asText().equals("ticket")) {
          rows.add(new Row(UUID.fromString(row.get("id").asText()), Json.bytes(row.get("data"))));
        }
      }
    }
    return rows;
  }

  private static void insert(List<Row> rows, Path directory, int tickets) throws Exception {
    String url =
        "jdbc:h2:file:" + directory.resolve("raw").toAbsolutePath() + ";CIPHER=AES;WRITE_DELAY=0";
    try (Connection connection = DriverManager.getConnection(url, "raw", KEY + " raw");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE raw_rows (id UUID PRIMARY KEY, body VARBINARY(1048576))");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO raw_rows VALUES (?, ?)")) {
        long begun = System.nanoTime();
        for (int n = 0; n < rows.size(); n++) {
          insert.setObject(1, rows.get(n).id());
          insert.setBytes(2, rows.get(n).body());
          insert.addBatch();
          if (n % PAGE == PAGE - 1 || n == rows.size() - 1) {
            insert.executeBatch();
            connection.commit();
          }
        }
        print("insert the rows into encrypted H2", begun, rows.size(), tickets);
      }
    }
  }

  private static void write(List<byte[]> pages, Path directory, int tickets) throws IOException {
    long begun = System.nanoTime();
    long bytes = 0;
    try (FileChannel file =
        FileChannel.open(
            directory.resolve("bytes"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (byte[] page : pages) {
        bytes += file.write(ByteBuffer.wrap(page));
        file.force(false);
      }
    }
    long rows = (long) pages.size() * PAGE;
    print("write the JSON to a file, flushed by the page", begun, rows, tickets);
    System.out.printf(Locale.ROOT, "%nJSON of a ticket's row: %d bytes%n", bytes / rows);
  }

  private static void print(String work, long begun, long rows, int tickets) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| %-60s | %7.2f | %,9.0f |%n",
        work,
        seconds * tickets / rows,
        rows / seconds);
  }
}
