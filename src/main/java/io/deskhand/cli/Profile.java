package io.deskhand.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder that belongs to one console, where each system keeps such things. */
final class Profile {
  private Profile() {}

  static Path standard() {
    return standard(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home")),
        System.getenv());
  }

  static Path standard(String system, Path home, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return or(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local")).resolve("Deskhand");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library/Application Support/Deskhand");
    }
    return or(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")).resolve("deskhand");
  }

  private static Path or(@Nullable String given, Path otherwise) {
    return given == null || given.isBlank() ? otherwise : Path.of(given);
  }
}
