package io.deskhand.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** What the database alone can do on this disk: rows that are flushed, one by one and in groups. */
final class RawDisk {
  private static final long MILLIS = 3_000;
  private static final String BODY = "x".repeat(1_000);

  private RawDisk() {}

  /** Rows of 1 kB a second, {@code group} of them a flush. */
  static double rowsPerSecond(Path directory, int group) throws SQLException {
    String url = "jdbc:h2:" + directory.resolve("raw" + group).toAbsolutePath() + ";WRITE_DELAY=0";
    try (Connection connection = DriverManager.getConnection(url, "raw", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE raw_rows (id UUID PRIMARY KEY, body VARCHAR)");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO raw_rows VALUES (?, ?)")) {
        long begun = System.nanoTime();
        long end = begun + MILLIS * 1_000_000;
        long rows = 0;
        while (System.nanoTime() < end) {
          for (int n = 0; n < group; n++) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, BODY);
            insert.addBatch();
          }
          insert.executeBatch();
          connection.commit();
          statement.execute("CHECKPOINT SYNC");
          rows += group;
        }
        return rows * 1e9 / (System.nanoTime() - begun);
      }
    }
  }
}
