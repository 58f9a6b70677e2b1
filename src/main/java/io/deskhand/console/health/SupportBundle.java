package io.deskhand.console.health;

import io.deskhand.console.ui.Preferences;
import io.deskhand.protocol.Json;
import io.deskhand.sync.SyncHealth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What an agent may send to support without a second thought: versions, figures, how the window
 * looks, and what went wrong. Nothing is in it that somebody has written: each part is chosen by
 * what it may hold, and not by what is taken out of it. Thread-safe.
 */
public final class SupportBundle {
  private static final List<String> SETTINGS =
      List.of(
          "look.theme",
          "look.text",
          "look.density",
          "window.width",
          "window.height",
          "window.maximized");
  private static final int LOG_LINES = 2_000;

  private final Preferences preferences;
  private final Path log;

  /**
   * A bundle of one console.
   *
   * @param log the program's log without what its lines were about; may be missing
   */
  public SupportBundle(Preferences preferences, Path log) {
    this.preferences = preferences;
    this.log = log;
  }

  /** Writes it as a zip; replaces a file that is there. */
  void write(SyncHealth health, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      add(zip, "health.json", Json.tree(health).toPrettyString() + "\n");
      add(zip, "machine.txt", machine());
      add(zip, "settings.txt", settings());
      add(zip, "log.txt", log());
    }
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return Stream.of("os.name", "os.version", "os.arch", "java.version", "java.vendor")
            .map(name -> name + "=" + System.getProperty(name))
            .collect(Collectors.joining("\n"))
        + "\nprocessors="
        + runtime.availableProcessors()
        + "\nmemory.used="
        + (runtime.totalMemory() - runtime.freeMemory())
        + "\nmemory.most="
        + runtime.maxMemory()
        + "\n";
  }

  private String settings() {
    return SETTINGS.stream()
        .map(name -> name + "=" + preferences.get(name, ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String log() throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = Files.readAllLines(log);
    return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).stream()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
