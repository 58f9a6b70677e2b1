package io.deskhand.cli;

import io.deskhand.server.store.Backup;
import io.deskhand.server.store.BackupManifest;
import io.deskhand.server.store.CannotOpenDatabase;
import io.deskhand.server.store.DataDirInUse;
import io.deskhand.server.store.NoDesk;
import io.deskhand.server.store.seal.KeysUnusable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup}: a stopped server's data into one file. */
@Command(
    name = "backup",
    description = {
      "Writes a stopped server's data into one file.",
      "A running server does it itself: POST /support/backup. PostgreSQL has pg_dump."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class BackupCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the server's data.")
  private @Nullable Path data;

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "File to write.")
  @SuppressWarnings("NullAway.Init")
  private Path to;

  @Mixin private final KeyOptions keys = new KeyOptions();

  @Override
  public Integer call() {
    Logs.toStandardError();
    Path from = data != null ? data : Profile.standard().resolve("server");
    try {
      BackupManifest manifest = Backup.run(from, keys.files(), to, Clock.systemUTC());
      spec.commandLine()
          .getOut()
          .println(
              "Backed up %d files, up to change %d, to %s"
                  .formatted(manifest.files().size(), manifest.head(), to));
      return 0;
    } catch (DataDirInUse e) {
      throw new CannotRun(e.getMessage() + ": ask it for a backup, POST /support/backup", e);
    } catch (NoDesk | CannotOpenDatabase | KeysUnusable | UncheckedIOException e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }
}
