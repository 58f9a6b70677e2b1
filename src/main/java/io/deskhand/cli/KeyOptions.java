package io.deskhand.cli;

import io.deskhand.server.store.seal.KeyFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the keys of the data are. */
final class KeyOptions {
  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "Keys that personal data is sealed with. Default: keys.json in the data folder; with"
              + " --database, in the database.")
  private @Nullable Path keys;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Key that the keys are encrypted with: 32 random bytes as base64 or hex.")
  private @Nullable Path keyFile;

  KeyFiles files() {
    return new KeyFiles(keys, keyFile);
  }
}
