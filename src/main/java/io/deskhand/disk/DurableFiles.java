package io.deskhand.disk;

/** Files of which a loss of power takes nothing that was flushed. H2 makes instances of its own. */
public final class DurableFiles extends JournaledFiles {
  /** What a path begins with. */
  public static final String PREFIX = "journal:";

  @Override
  public String getScheme() {
    return "journal";
  }

  @Override
  boolean isFlushed() {
    return true;
  }
}
