package io.deskhand.sync.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;

/**
 * Makes a profile's files ones that H2 writes the same way however fast the machine is. H2 notes in
 * a file how many milliseconds after its making each part was written, in as many digits as that
 * takes, and with their number the size of what it writes differs. In files that are hours old it
 * is the same for hours.
 */
public final class AgedFiles {
  private static final Duration AGE = Duration.ofHours(1);
  private static final int MOST_MILLIS = 10_000;

  private AgedFiles() {}

  /** Rewrites the databases of the profile in {@code folder}, which nobody has open. */
  public static void rewrite(Path folder) {
    try {
      char[] password = Files.readString(folder.resolve("key")).strip().toCharArray();
      for (String name : new String[] {"cache", "outbox"}) {
        rewrite(folder.resolve(name + ".mv.db"), password);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rewrite(Path file, char[] password) {
    try (MVStore young = open(file, password)) {
      young.getStoreHeader().put("created", System.currentTimeMillis() - AGE.toMillis());
    }
    try (MVStore old = open(file, password)) {
      old.setRetentionTime(0);
      old.compactFile(MOST_MILLIS);
    }
  }

  private static MVStore open(Path file, char[] password) {
    return new MVStore.Builder()
        .fileName(file.toString())
        .encryptionKey(password.clone())
        .autoCommitDisabled()
        .open();
  }
}
