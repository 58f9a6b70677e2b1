package io.deskhand.console.ui;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the console remembers of itself from one start to the next: window, theme, the view that was
 * shown. One small file in the profile folder; losing it costs nothing but habits. Thread-safe.
 */
public final class Preferences {
  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
  private final Path file;
  private final Executor disk;
  private final Properties values = new Properties();
  private final AtomicBoolean saving = new AtomicBoolean();

  /**
   * Reads what is there; a missing or unreadable file means a new start.
   *
   * @param disk runs the writing, off the FX thread
   */
  public Preferences(Path file, Executor disk) {
    this.file = file;
    this.disk = disk;
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (NoSuchFileException e) {
      values.clear();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("preferences start anew: {}", file, e);
      values.clear();
    }
  }

  public String get(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  /** The number of a key; {@code otherwise} if it has none. */
  public double get(String key, double otherwise) {
    try {
      return Double.parseDouble(values.getProperty(key, ""));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** The constant of a key; {@code otherwise} if it has none. */
  public <E extends Enum<E>> E get(String key, E otherwise) {
    String name = values.getProperty(key, "");
    for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return otherwise;
  }

  /** Remembers {@code value}'s text, on disk soon. */
  public void put(String key, Object value) {
    String text = value.toString();
    if (!text.equals(values.setProperty(key, text)) && saving.compareAndSet(false, true)) {
      disk.execute(this::save);
    }
  }

  /** Writes it now, on the caller's thread. */
  public void save() {
    saving.set(false);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling(file.getFileName() + ".new");
      try (Writer writer = Files.newBufferedWriter(next)) {
        values.store(writer, null);
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
