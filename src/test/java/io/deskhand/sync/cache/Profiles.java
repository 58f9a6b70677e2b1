package io.deskhand.sync.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/** Profiles whose files go through another file system of H2's. */
public final class Profiles {
  private Profiles() {}

  /** Opens a profile through {@code scheme}, with its key in its folder. */
  public static Profile open(Path folder, String scheme, Clock clock, Consumer<String> incidents) {
    return Profile.open(folder, scheme, new NoKeychain(), clock, incidents);
  }

  /** Makes the copy in {@code folder}, which nobody has open, one of another version's. */
  public static void reshape(Path folder, String scheme) {
    try (ConfirmedStore copy =
        new ConfirmedStore(
            new Database(folder.resolve("cache"), scheme, key(folder), "cache.sql", ""))) {
      copy.assign("nobody of this version");
    }
  }

  private static String key(Path folder) {
    return ProfileKey.of(folder, new NoKeychain()).hex();
  }

  /** How many messages there are in a copy, whosoever. */
  public static long messages(ConfirmedStore copy) {
    return copy.database()
        .in(handle -> handle.createQuery("SELECT COUNT(*) FROM messages").mapTo(Long.class).one());
  }
}
