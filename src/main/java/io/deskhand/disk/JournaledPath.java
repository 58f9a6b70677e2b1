package io.deskhand.disk;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 that changes its files in whole steps. H2 writes a commit in two parts, the
 * data into space that is free again and then the file's header; what is killed in between can come
 * back without commits that were acknowledged long before. Here the parts of a commit go to a
 * journal beside the file first, and whoever opens the file after that finds all of them or none.
 *
 * <p>Whoever opens a file must be its only user: what the last one left in the journal is carried
 * out then.
 */
public final class JournaledPath extends FilePathWrapper {
  /** What H2 has flushed survives a loss of power. */
  public static final String DURABLE = "journal:";

  /** What H2 has flushed survives the end of this process, however it ends, and costs no flush. */
  public static final String KILL_SAFE = "killsafe:";

  private final String scheme;

  private JournaledPath(String scheme) {
    this.scheme = scheme.substring(0, scheme.length() - 1);
  }

  /** H2 makes instances of its own. */
  private JournaledPath() {
    this(DURABLE);
  }

  /** Makes H2 know both, from anywhere and as often as one likes. */
  public static void register() {
    FilePath.register(new JournaledPath(DURABLE));
    FilePath.register(new JournaledPath(KILL_SAFE));
  }

  @Override
  public String getScheme() {
    return scheme;
  }
}
