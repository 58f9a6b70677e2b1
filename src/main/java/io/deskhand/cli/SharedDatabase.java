package io.deskhand.cli;

import io.deskhand.server.store.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which database servers share. */
final class SharedDatabase {
  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "PostgreSQL database of the server's data, as jdbc:postgresql://HOST:PORT/NAME;",
        "several servers may share it. Default: a database of its own in the folder."
      })
  private @Nullable String database;

  @Option(
      names = "--database-user",
      paramLabel = "USER",
      description = "Who opens the database, unless the URL says so.")
  private @Nullable String user;

  @Option(
      names = "--database-password",
      paramLabel = "PASSWORD",
      description = "Their password; better given as DESKHAND_DATABASE_PASSWORD.")
  private @Nullable String password;

  /** The database; null for one of the server's own. */
  @Nullable DatabaseUrl url(CommandSpec spec) {
    if (database == null) {
      return null;
    }
    try {
      return DatabaseUrl.parse(database, user, password);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--database: " + e.getMessage(), e);
    }
  }
}
