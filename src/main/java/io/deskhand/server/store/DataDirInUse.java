package io.deskhand.server.store;

import java.nio.file.Path;

/** Another server works on the same data. */
public final class DataDirInUse extends RuntimeException {
  DataDirInUse(Path directory) {
    super("The data in " + directory + " is in use by another Deskhand server");
  }
}
