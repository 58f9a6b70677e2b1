package io.deskhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.server.app.DeskServer;
import io.deskhand.server.app.ServerOptions;
import io.deskhand.server.store.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nonsense",
        "serve --nonsense",
        "serve --port many",
        "serve --port 65536",
        "serve --port -1",
        "serve --demo=3",
        "serve --demo=many",
        "serve --database nowhere",
        "serve --database jdbc:h2:mem:desk",
        "--demo=2000000",
        "serve --demo --bind 0.0.0.0",
        "serve --tls-cert cert.pem",
        "serve --rate-limit 0",
        "keys",
        "--trust-fingerprint beef",
        "--server nowhere",
        "audit",
        "audit verify --nonsense",
        "backup",
        "restore --data somewhere",
        "serve --log-format xml",
        "dance"
      })
  void aWrongOptionIsOneLineAndExitCodeTwo(String words) {
    assertThat(run(Map.of(), words.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("deskhand: ");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "serve --help"})
  void helpWorksEverywhere(String words) {
    assertThat(run(Map.of(), words.split(" "))).isZero();
    assertThat(out.toString()).contains("Usage:", "--demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "serve --version",
        "audit --version",
        "audit verify --version",
        "keys rotate --version"
      })
  void versionWorksEverywhere(String words) {
    assertThat(run(Map.of(), words.split(" "))).isZero();
    assertThat(out.toString()).matches("Deskhand \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void aDatabaseThatIsNotThereIsOneLineThatNamesItAndNoPassword() {
    String url = "jdbc:postgresql://127.0.0.1:1/desk?user=me&password=secret";
    int code =
        run(
            Map.of("DESKHAND_DATABASE", url, "DESKHAND_DATABASE_PASSWORD", "secret"),
            "serve",
            "--data",
            folder.toString());
    assertThat(code).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .startsWith("deskhand: Cannot open jdbc:postgresql://127.0.0.1:1/desk: ")
        .doesNotContain("secret");
  }

  @Test
  void everyOptionIsAnEnvironmentVariableToo() {
    assertThat(run(Map.of("DESKHAND_PORT", "many"), "serve")).isEqualTo(2);
    assertThat(err.toString()).contains("many");
  }

  @Test
  void aCertificateThatIsNoneAndKeysThatAreNotThereAreOneLineAndExitCodeThree() throws Exception {
    String nothing = Files.writeString(folder.resolve("no.pem"), "nothing").toString();
    assertThat(
            run(Map.of(), "serve", "--tls-cert", nothing, "--tls-key", nothing, "--data", nothing))
        .isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("no PEM certificate in " + nothing);
    err.getBuffer().setLength(0);
    assertThat(run(Map.of("DESKHAND_DATA", folder.toString()), "keys", "rotate")).isEqualTo(3);
    assertThat(err.toString()).contains(folder.toString()).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "backup --to backup.zip", "audit verify", "keys rotate"})
  void dataThatTheDiskDoesNotLetItOpenIsOneLineAndExitCodeThree(String words) throws Exception {
    Store.open(folder, Clock.systemUTC()).close();
    // A crash left something in the journal, and what is to be carried out cannot even be opened.
    Path journal = folder.resolve("desk.mv.db.journal0");
    Files.deleteIfExists(journal);
    Files.createDirectories(journal.resolve("in the way"));

    assertThat(run(Map.of("DESKHAND_DATA", folder.toString()), words.split(" "))).isEqualTo(3);

    assertThat(err.toString()).startsWith("deskhand: Cannot open the data in " + folder + ": ");
    assertThat(err.toString()).hasLineCount(1);
  }

  @Test
  void aFolderForDataThatIsNoneIsOneLineAndExitCodeThree() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertThat(run(Map.of(), "serve", "--data", file.toString())).isEqualTo(3);
    assertThat(err.toString()).startsWith("deskhand: Cannot open the data in " + file + ": ");
    assertThat(err.toString()).hasLineCount(1);
  }

  @Test
  void aPortInUseIsOneLineAndExitCodeThree() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());

      assertThat(run(Map.of(), "serve", "--port", port, "--data", folder.toString())).isEqualTo(3);

      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).contains(port, "in use");
    }
  }

  @Test
  void auditVerifySaysWhetherTheChainIsWhole() {
    assertThat(run(Map.of(), "audit", "verify", "--data", folder.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("no desk's data");

    DeskServer.start(ServerOptions.local(folder)).close();
    assertThat(run(Map.of("DESKHAND_DATA", folder.toString()), "audit", "verify")).isZero();
    assertThat(out.toString()).contains("whole: 0 entries");
  }

  @Test
  void keysRotateAddsAKeyAndTheDataOpensWithItAfterwards() throws Exception {
    DeskServer.start(ServerOptions.local(folder)).close();
    String before = Files.readString(folder.resolve("keys.json"));
    assertThat(run(Map.of(), "keys", "rotate", "--data", folder.toString(), "--rewrite")).isZero();
    assertThat(out.toString()).contains("A new key", "sealed anew");
    assertThat(Files.readString(folder.resolve("keys.json"))).isNotEqualTo(before);
    DeskServer.start(ServerOptions.local(folder)).close();
  }

  @Test
  void aRestoreIsToldWhatOrWhere() {
    assertThat(run(Map.of(), "restore", "--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--from").hasLineCount(1);
  }

  private int run(Map<String, String> environment, String... words) {
    CommandLine line = Deskhand.commandLine(environment);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(words);
  }
}
