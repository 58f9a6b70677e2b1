package io.deskhand.server.store;

import io.deskhand.server.app.ServerOptions;
import io.deskhand.server.store.seal.KeyFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/**
 * The database that the server's tests run on: H2, or with {@code
 * -Ddeskhand.test.database=postgres} a fresh one in the only PostgreSQL of this JVM.
 */
public final class TestDatabase {
  /** For tests of what only the embedded database does. */
  public static final String PROPERTY = "deskhand.test.database";

  public static final String POSTGRES = "postgres";
  private static final String TEMPLATE = "desk_template";
  private static final TestDatabase ONE = new TestDatabase();

  private final Map<Path, DatabaseUrl> byDirectory = new HashMap<>();
  private EmbeddedPostgres postgres;

  private TestDatabase() {}

  /** A server of the data that belong to {@code directory}. */
  public static ServerOptions local(Path directory) {
    return ServerOptions.local(directory).withDatabase(chosen(directory).orElse(null));
  }

  /** The store of the data that belong to {@code directory}. */
  public static Store open(Path directory, Clock clock) {
    return chosen(directory)
        .map(url -> Store.open(directory, url, clock))
        .orElseGet(() -> Store.open(directory, clock));
  }

  /** Whether these tests are to run on PostgreSQL, where each statement takes longer. */
  public static boolean isPostgres() {
    return POSTGRES.equals(System.getProperty(PROPERTY));
  }

  /** The database that these tests are to run on; empty for H2. */
  static Optional<DatabaseUrl> chosen(Path directory) {
    return isPostgres() ? Optional.of(postgres(directory)) : Optional.empty();
  }

  /** The database in PostgreSQL that belongs to {@code directory}, whatever the others run on. */
  public static DatabaseUrl postgres(Path directory) {
    return ONE.of(directory.toAbsolutePath());
  }

  /** Checks the history of the data that belong to {@code directory}, which no server has open. */
  public static AuditReport audit(Path directory) {
    Optional<DatabaseUrl> url = chosen(directory);
    if (url.isEmpty()) {
      return AuditCheck.run(directory, KeyFiles.STANDARD);
    }
    return AuditCheck.run(url.get(), directory, KeyFiles.STANDARD);
  }

  /**
   * A server of a desk that the first version wrote.
   *
   * @param data as SQL statements, for the tables of that version
   */
  public static ServerOptions ofTheFirstVersion(Path directory, String data) throws SQLException {
    Engine engine =
        isPostgres()
            ? new PostgresEngine(ONE.empty(directory.toAbsolutePath()))
            : new H2Engine(directory.resolve("desk").toString());
    Flyway flyway =
        engine.migrations(Flyway.configure()).locations("classpath:db/server").target("1").load();
    flyway.migrate();
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(data);
    }
    return local(directory);
  }

  private synchronized DatabaseUrl empty(Path directory) {
    of(directory);
    String name = "empty_" + byDirectory.size();
    run("CREATE DATABASE " + name);
    byDirectory.put(directory, url(name));
    return url(name);
  }

  private synchronized DatabaseUrl of(Path directory) {
    return byDirectory.computeIfAbsent(
        directory,
        key -> {
          if (postgres == null) {
            postgres = start();
            run("CREATE DATABASE " + TEMPLATE);
            Engine engine = new PostgresEngine(url(TEMPLATE));
            new Database(engine, DataKeys.of(engine, directory, KeyFiles.STANDARD)).close();
          }
          String name = "desk_" + byDirectory.size();
          run("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
          return url(name);
        });
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setLocaleConfig("locale", "C.UTF-8")
          .setServerConfig("max_connections", "200")
          .setServerConfig("fsync", "off") // These data need to outlive nothing.
          .setServerConfig("full_page_writes", "off")
          .setServerConfig("max_wal_size", "4GB")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatabaseUrl url(String name) {
    return DatabaseUrl.parse(
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name, "postgres", "postgres");
  }

  private void run(String sql) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
