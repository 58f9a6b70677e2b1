package io.deskhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ServeSecurityTest {
  @TempDir Path data;

  @Command
  private static final class Probe {
    @Mixin private final ServeSecurity security = new ServeSecurity();
  }

  @Test
  void onThisMachineAloneItSpeaksPlainHttp() {
    assertThat(parsed().options(data).tls()).isNull();
    assertThat(parsed("--bind", "localhost").options(data).tls()).isNull();
  }

  @Test
  void beyondItTlsUnlessToldOtherwise() {
    assertThat(parsed("--bind", "0.0.0.0").options(data).tls()).isNotNull();
    assertThat(data.resolve("tls.pem")).exists();
    assertThat(parsed("--bind", "0.0.0.0", "--plain-http").options(data).tls()).isNull();
  }

  @Test
  void aCertificateThatIsGivenIsTakenAlsoOnThisMachine() {
    parsed("--bind", "0.0.0.0").options(data);
    String file = data.resolve("tls.pem").toString();
    assertThat(parsed("--tls-cert", file, "--tls-key", file).options(data).tls()).isNotNull();
  }

  private static ServeSecurity parsed(String... words) {
    Probe probe = new Probe();
    new CommandLine(probe).parseArgs(words);
    return probe.security;
  }
}
