package io.deskhand.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("deeper").resolve("console.properties");
  }

  @Test
  void whatIsPutIsThereAfterARestart() {
    Preferences first = new Preferences(file, Runnable::run);
    first.put("window.width", 1280.0);
    first.put("look.theme", Theme.Mode.DARK.name());

    Preferences second = new Preferences(file, Runnable::run);

    assertThat(second.get("window.width", 0.0)).isEqualTo(1280.0);
    assertThat(second.get("look.theme", Theme.Mode.SYSTEM)).isEqualTo(Theme.Mode.DARK);
  }

  @Test
  void nonsenseInTheFileMeansTheDefault() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "window.width=wide\nlook.theme=\\u12");

    Preferences preferences = new Preferences(file, Runnable::run);

    assertThat(preferences.get("window.width", 7.0)).isEqualTo(7.0);
    assertThat(preferences.get("look.theme", Theme.Mode.LIGHT)).isEqualTo(Theme.Mode.LIGHT);
  }
}
