package io.deskhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.launch.Launcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own process, told to stop. */
class StopTest {
  private static final String SERVING = "Deskhand is serving ";

  @Test
  void aStoppedServerSendsItsSocketsAwayAndEndsWell(@TempDir Path data) throws Exception {
    Process server = serve(data);
    try (BufferedReader lines = server.inputReader();
        HttpClient http = HttpClient.newHttpClient()) {
      URI address = address(lines);
      Goodbye goodbye = new Goodbye();
      WebSocket socket =
          http.newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws:" + address.getSchemeSpecificPart() + "/support/live"), goodbye)
              .get(10, TimeUnit.SECONDS);
      // The handshake is over before the server has taken the socket in.
      socket.sendPing(ByteBuffer.allocate(1));
      goodbye.takenIn.get(10, TimeUnit.SECONDS);

      server.destroy();

      assertThat(goodbye.said.get(10, TimeUnit.SECONDS))
          .matches("1001 the server stops; come back in \\d+ ms");
      assertThat(server.waitFor(15, TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isZero();
    } finally {
      server.destroyForcibly();
    }
  }

  private static Process serve(Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            "serve",
            "--port",
            "0",
            "--log-format",
            "json",
            "--data",
            data.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static URI address(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(SERVING)) {
        return URI.create(line.substring(SERVING.length()));
      }
    }
    throw new AssertionError("the server ended before it served");
  }

  private static final class Goodbye implements WebSocket.Listener {
    final CompletableFuture<String> said = new CompletableFuture<>();
    final CompletableFuture<Boolean> takenIn = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      takenIn.complete(true);
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      said.complete(code + " " + reason);
      return null;
    }
  }
}
