package io.deskhand.server.store;

import java.nio.file.Files;
import java.nio.file.Path;

/** There is no desk's data where it was said to be. */
public final class NoDesk extends RuntimeException {
  private NoDesk(Path directory) {
    super("There is no desk's data in " + directory);
  }

  static void unlessIn(Path directory) {
    if (!Files.exists(DataDir.databaseFile(directory))) {
      throw new NoDesk(directory);
    }
  }
}
