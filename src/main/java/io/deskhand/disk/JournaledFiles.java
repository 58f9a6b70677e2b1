package io.deskhand.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 that changes its files in whole steps. H2 writes a commit in two parts, the
 * data into space that is free again and then the file's header; what is killed in between can come
 * back without commits that were acknowledged long before. Here all parts of a step go to a journal
 * beside the file first, and whoever opens the file after that finds all of them or none.
 *
 * <p>Whoever opens a file has to be its only user: what the last one left in the journal is carried
 * out then.
 */
public abstract sealed class JournaledFiles extends FilePathWrapper
    permits DurableFiles, KillSafeFiles {
  /** Makes H2 know {@link DurableFiles} and {@link KillSafeFiles}; once more does no harm. */
  public static void register() {
    FilePath.register(new DurableFiles());
    FilePath.register(new KillSafeFiles());
  }

  /** Whether a step is on the disk itself before the file is changed. */
  abstract boolean isFlushed();

  @Override
  public FileChannel open(String mode) throws IOException {
    FilePath file = getBase();
    if (!file.exists()) {
      Journal.delete(file);
    }
    if (mode.equals("r") && !Journal.exists(file)) {
      return file.open(mode);
    }
    return new JournaledFile(file, file.open("rw"), isFlushed());
  }

  @Override
  public void delete() {
    super.delete();
    Journal.delete(getBase());
  }
}
