package io.deskhand.sync.cache;

import io.deskhand.disk.KillSafeFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/** Profiles whose files go through another file system of H2's. */
public final class Profiles {
  private Profiles() {}

  /** Opens a profile through {@code scheme}, whose key is known. */
  public static Profile open(Path folder, String scheme, Clock clock, Consumer<String> incidents) {
    return Profile.open(folder, scheme, new KnownKey(), clock, incidents);
  }

  /** Makes the copy in {@code folder}, which nobody has open, one of another version's. */
  public static void reshape(Path folder, String scheme) {
    try (ConfirmedStore copy =
        new ConfirmedStore(
            new Database(
                folder.resolve("cache"),
                scheme,
                KnownKey.KEY,
                "cache.sql",
                KillSafeFiles.PREFIX))) {
      copy.assign("nobody of this version");
    }
  }

  /** How many messages there are in a copy, whosoever. */
  public static long messages(ConfirmedStore copy) {
    return copy.database()
        .in(handle -> handle.createQuery("SELECT COUNT(*) FROM messages").mapTo(Long.class).one());
  }
}
