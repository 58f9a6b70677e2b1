package io.deskhand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class DisplayCheckTest {
  @Test
  void withoutADisplayItSaysSoInOneLineWithTheWayOn() throws Exception {
    Process check = start(null);

    String said = new String(check.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).isEqualTo(3);
    assertThat(said.lines()).hasSize(1);
    assertThat(said).contains("xvfb-run");
  }

  @Test
  void aDisplayThatIsNotThereIsNone() throws Exception {
    assertThat(start(":65123").waitFor()).isEqualTo(3);
  }

  @Test
  void aDisplayOfAnotherMachineIsTakenAtItsWord() throws Exception {
    assertThat(start("elsewhere:0").waitFor()).isZero();
  }

  private static Process start(String display) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            Path.of("target", "classes").toString(),
            DisplayCheck.class.getName());
    builder.environment().remove("DISPLAY");
    if (display != null) {
      builder.environment().put("DISPLAY", display);
    }
    return builder.start();
  }
}
