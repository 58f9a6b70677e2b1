package io.deskhand.server.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that was to be restored is no backup of a desk, or not as it was written. */
public final class NotABackup extends RuntimeException {
  NotABackup(Path file, String why, @Nullable Throwable cause) {
    super(file + " cannot be restored: " + why, cause);
  }
}
