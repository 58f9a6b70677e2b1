package io.deskhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final Path HOME = Path.of("home");

  @Test
  void eachSystemKeepsItWhereItKeepsSuchThings() {
    assertThat(Profile.standard("Linux", HOME, Map.of()))
        .isEqualTo(HOME.resolve(".local/share/deskhand"));
    assertThat(Profile.standard("Mac OS X", HOME, Map.of()))
        .isEqualTo(HOME.resolve("Library/Application Support/Deskhand"));
    assertThat(Profile.standard("Windows 11", HOME, Map.of()))
        .isEqualTo(HOME.resolve("AppData/Local/Deskhand"));
  }

  @Test
  void whatTheUserHasSetComesFirst() {
    assertThat(Profile.standard("Linux", HOME, Map.of("XDG_DATA_HOME", "data")))
        .isEqualTo(Path.of("data/deskhand"));
    assertThat(Profile.standard("Linux", HOME, Map.of("XDG_DATA_HOME", " ")))
        .isEqualTo(HOME.resolve(".local/share/deskhand"));
  }
}
