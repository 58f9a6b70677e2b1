package io.deskhand.disk;

/**
 * Files of which no end of this process takes what was flushed, and that wait for no disk. After a
 * loss of power they may be damaged. H2 makes instances of its own.
 */
public final class KillSafeFiles extends JournaledFiles {
  /** What a path begins with. */
  public static final String PREFIX = "killsafe:";

  @Override
  public String getScheme() {
    return "killsafe";
  }

  @Override
  boolean isFlushed() {
    return false;
  }
}
