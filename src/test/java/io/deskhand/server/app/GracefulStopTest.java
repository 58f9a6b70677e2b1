package io.deskhand.server.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.protocol.Routes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GracefulStopTest {
  private static final String BODY = "{\"email\": \"ada@demo.desk\", \"password\": \"demo\"}";

  @Test
  void aRequestThatRunsIsAnsweredAndNoNewOneIsTaken(@TempDir Path data) throws Exception {
    DeskServer server = DeskServer.start(ServerOptions.local(data).withSeed(TestDesk.SEED));
    int port = server.address().getPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head().getBytes(US_ASCII));
      // The server's answer says that it is in the handler, which waits for the body.
      assertThat(new String(socket.getInputStream().readNBytes(25), US_ASCII))
          .startsWith("HTTP/1.1 100 Continue");

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      Awaitility.await().until(() -> isRefused(port));
      out.write(BODY.getBytes(US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("accessToken");
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  private static String head() {
    return """
    POST %s HTTP/1.1\r
    Host: localhost\r
    Content-Type: application/json\r
    Content-Length: %d\r
    Expect: 100-continue\r
    Connection: close\r
    \r
    """
        .formatted(Routes.LOGIN, BODY.length());
  }

  private static boolean isRefused(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return !socket.isConnected();
    } catch (ConnectException e) {
      return true;
    }
  }
}
