package io.deskhand.console.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where files stand in plain while other programs show them: outside of the profile, for their
 * owner only, and gone when the desk is closed. FX thread only.
 */
final class OpenedFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenedFiles.class);
  private final List<Path> folders = new ArrayList<>();

  /** A place for a file of this name, where nothing is yet. */
  Path place(String name) {
    try {
      Path folder = Files.createTempDirectory("deskhand-");
      folders.add(folder);
      return folder.resolve(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"));
    } catch (IOException e) {
      throw new UncheckedIOException("There is no folder for temporary files", e);
    }
  }

  @Override
  public void close() {
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.toList().reversed()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        LOG.warn("{} is still open somewhere and stays", folder, e);
      }
    }
    folders.clear();
  }
}
