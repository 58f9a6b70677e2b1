package io.deskhand.cli;

import io.deskhand.server.store.BackupManifest;
import io.deskhand.server.store.DataDirNotEmpty;
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
import picocli.CommandLine.Spec;

/** {@code restore}: a new data folder from a backup. */
@Command(
    name = "restore",
    description = {
      "Makes a server's data of a backup, in a folder that is empty or new.",
      "Consoles notice, and take everything anew."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--from", paramLabel = "FILE", required = true, description = "The backup.")
  @SuppressWarnings("NullAway.Init")
  private Path from;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the server's data.")
  private @Nullable Path data;

  @Mixin private final KeyOptions keys = new KeyOptions();

  @Override
  public Integer call() {
    Logs.toStandardError();
    Path to = data != null ? data : Profile.standard().resolve("server");
    try {
      BackupManifest manifest = Restore.run(from, to, keys.files());
      spec.commandLine()
          .getOut()
          .println(
              "Restored the desk of %s, up to change %d, to %s"
                  .formatted(manifest.createdAt(), manifest.head(), to));
      return 0;
    } catch (NotABackup | DataDirNotEmpty | KeysUnusable | UncheckedIOException e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }
}
