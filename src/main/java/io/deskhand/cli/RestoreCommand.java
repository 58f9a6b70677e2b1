package io.deskhand.cli;

import io.deskhand.server.store.BackupManifest;
import io.deskhand.server.store.CannotOpenDatabase;
import io.deskhand.server.store.DataDirNotEmpty;
import io.deskhand.server.store.DatabaseUrl;
import io.deskhand.server.store.NotABackup;
import io.deskhand.server.store.Restore;
import io.deskhand.server.store.seal.KeysUnusable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code restore}: a new data folder from a backup, or a new life of a shared database. */
@Command(
    name = "restore",
    description = {
      "Makes a server's data of a backup, in a folder that is empty or new.",
      "Consoles notice, and take everything anew. With --database instead of --from: tells them",
      "that the shared database was restored by pg_restore; its servers must be stopped."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--from", paramLabel = "FILE", description = "The backup.")
  private @Nullable Path from;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the server's data.")
  private @Nullable Path data;

  @Mixin private final SharedDatabase database = new SharedDatabase();

  @Mixin private final KeyOptions keys = new KeyOptions();

  @Override
  public Integer call() {
    Logs.toStandardError();
    Path to = data != null ? data : Profile.standard().resolve("server");
    DatabaseUrl shared = database.url(spec);
    try {
      String done = shared == null ? unpack(to) : renew(shared, to);
      spec.commandLine().getOut().println(done);
      return 0;
    } catch (NotABackup
        | DataDirNotEmpty
        | KeysUnusable
        | CannotOpenDatabase
        | UncheckedIOException e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private String unpack(Path to) {
    if (from == null) {
      throw new ParameterException(spec.commandLine(), "restore needs --from, or --database");
    }
    BackupManifest manifest = Restore.run(from, to, keys.files());
    return "Restored the desk of %s, up to change %d, to %s"
        .formatted(manifest.createdAt(), manifest.head(), to);
  }

  /** What pg_restore brought back goes on as another life of the desk. */
  private String renew(DatabaseUrl shared, Path directory) {
    if (from != null) {
      throw new ParameterException(
          spec.commandLine(), "--from and --database do not go together: use pg_restore first");
    }
    return "The database goes on as " + Restore.renew(shared, directory, keys.files());
  }
}
