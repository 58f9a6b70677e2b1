package io.deskhand.cli;

import io.deskhand.server.store.CannotOpenDatabase;
import io.deskhand.server.store.DataDirInUse;
import io.deskhand.server.store.DataKeys;
import io.deskhand.server.store.NoDesk;
import io.deskhand.server.store.seal.KeysUnusable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keys}: what there is to do with the keys of a stopped server's data. */
@Command(
    name = "keys",
    description = "Looks after the keys that personal data is sealed with.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class KeysCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "keys needs a command: rotate");
  }

  @Command(
      name = "rotate",
      description =
          "Adds a key that everything new is sealed with; the older ones still open what is there."
              + " The server must be stopped.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int rotate(
      @Option(names = "--data", paramLabel = "DIR", description = "Folder of the server's data.")
          @Nullable Path data,
      @Mixin SharedDatabase database,
      @Mixin KeyOptions keys,
      @Option(
              names = "--rewrite",
              description = "Seals what is there with the new key as well, but for the history.")
          boolean rewrite) {
    Path directory = data != null ? data : Profile.standard().resolve("server");
    try {
      long written = DataKeys.rotate(directory, database.url(spec), keys.files(), rewrite);
      spec.commandLine()
          .getOut()
          .println(
              "A new key seals what is written from now on"
                  + (rewrite ? "; " + written + " values were sealed anew" : ""));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (DataDirInUse | NoDesk | CannotOpenDatabase | KeysUnusable e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }
}
