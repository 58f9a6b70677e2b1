package io.deskhand.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournaledFilesTest {
  private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE";

  private static final int SEEDS = Integer.getInteger("disk.seeds", 6);
  private static final String PASSWORD = "0123456789abcdef".repeat(4);

  @TempDir Path folder;

  @AfterEach
  void plugIn() throws IOException {
    FrailDisk.plugIn();
  }

  /**
   * Rows are written over and over, so that H2 uses its file's space again at nearly each commit.
   */
  @ParameterizedTest
  @CsvSource({
    "journal:, true",
    "journal:, false",
    "killsafe:, false",
    "journal:encrypted:, true",
    "killsafe:encrypted:, false"
  })
  void noDeathTakesWhatWasAcknowledged(String files, boolean power) throws Exception {
    JournaledFiles.register();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Random dice = new Random(seed);
      Path here = Files.createDirectory(folder.resolve("disk" + seed));
      FrailDisk.dieAfter(Integer.MAX_VALUE, power, dice);
      int acknowledged = create(url(files, here));
      for (int life = 0; life < 3; life++) {
        FrailDisk.dieAfter(dice.nextInt(300), power, dice);
        acknowledged = writeUntilItDies(url(files, here), acknowledged, dice);
        FrailDisk.plugIn();
        here = copy(here, folder.resolve("disk" + seed + "-" + life));
        int found = lastIn(url(files, here));
        assertThat(found)
            .as("seed %d, life %d", seed, life)
            .isBetween(acknowledged, acknowledged + 1);
        acknowledged = found;
      }
    }
  }

  private static String url(String files, Path folder) {
    EncryptedFiles.register(folder.resolve("desk"), PASSWORD);
    return "jdbc:h2:" + files + "frail:" + folder.resolve("desk") + SETTINGS;
  }

  /** As after another start: what H2 has in memory of files that failed it is not asked. */
  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  private static int create(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (id INT PRIMARY KEY, n INT, filling VARCHAR)");
      for (int id = 0; id < 50; id++) {
        statement.execute("INSERT INTO kept VALUES (" + id + ", 0, REPEAT('x', 500))");
      }
      statement.execute("CHECKPOINT SYNC");
    }
    return 0;
  }

  private static int writeUntilItDies(String url, int before, Random dice) {
    int acknowledged = before;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      while (true) {
        int next = acknowledged + 1;
        statement.execute("UPDATE kept SET n = " + next + " WHERE id = " + dice.nextInt(50));
        statement.execute("CHECKPOINT SYNC");
        acknowledged = next;
      }
    } catch (SQLException e) {
      assertThat(FrailDisk.isDead()).as("%s", e).isTrue();
      return acknowledged;
    }
  }

  private static int lastIn(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT MAX(n) FROM kept")) {
      found.next();
      return found.getInt(1);
    }
  }

  @Test
  void aClosedFileHasNoJournalAndIsPlainH2s() throws Exception {
    JournaledFiles.register();
    Path file = folder.resolve("desk");
    create("jdbc:h2:journal:" + file);
    try (var all = Files.list(folder)) {
      assertThat(all.map(each -> each.getFileName().toString())).containsExactly("desk.mv.db");
    }
    assertThat(lastIn("jdbc:h2:" + file)).isZero();
  }

  @Test
  void encryptedFilesAreH2s() throws Exception {
    JournaledFiles.register();
    Path file = folder.resolve("desk");
    EncryptedFiles.register(file, PASSWORD);
    create("jdbc:h2:journal:encrypted:" + file);
    String url = "jdbc:h2:" + file + ";CIPHER=AES";
    try (Connection connection = DriverManager.getConnection(url, "", PASSWORD + " ")) {
      assertThat(connection.isValid(0)).isTrue();
    }
    assertThat(lastIn("jdbc:h2:journal:encrypted:" + file)).isZero();
  }

  @Test
  void theJournalOfAFileThatIsGoneIsForgotten() throws Exception {
    JournaledFiles.register();
    Path here = Files.createDirectory(folder.resolve("here"));
    FrailDisk.dieAfter(Integer.MAX_VALUE, false, new Random(1));
    create(url("killsafe:", here));
    FrailDisk.dieAfter(100, false, new Random(1));
    writeUntilItDies(url("killsafe:", here), 0, new Random(1));
    FrailDisk.plugIn();
    Path there = copy(here, folder.resolve("there"));
    Files.delete(there.resolve("desk.mv.db"));
    assertThat(create(url("killsafe:", there))).isZero();
    assertThat(lastIn(url("killsafe:", there))).isZero();
  }
}
