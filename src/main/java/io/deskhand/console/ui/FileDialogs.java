package io.deskhand.console.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks where a file is to be. FX thread only. */
public interface FileDialogs {
  /**
   * Where to save a file; empty if the person thought better of it.
   *
   * @param suggestedName the name to begin with, its ending included
   */
  Optional<Path> save(String title, String suggestedName);

  /** Which files to take; empty if the person thought better of it. */
  List<Path> open(String title);
}
