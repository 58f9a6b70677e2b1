package io.deskhand.sync.cache;

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

  /** How many messages there are in a copy, whosoever. */
  public static long messages(ConfirmedStore copy) {
    return copy.database()
        .in(handle -> handle.createQuery("SELECT COUNT(*) FROM messages").mapTo(Long.class).one());
  }
}
