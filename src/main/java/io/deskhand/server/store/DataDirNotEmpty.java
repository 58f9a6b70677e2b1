package io.deskhand.server.store;

import java.nio.file.Path;

/** Where a backup was to be restored to there is something already. */
public final class DataDirNotEmpty extends RuntimeException {
  DataDirNotEmpty(Path directory) {
    super(directory + " is not empty: a backup is restored to a new folder");
  }
}
