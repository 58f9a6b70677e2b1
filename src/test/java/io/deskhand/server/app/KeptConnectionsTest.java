package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {
  private static final String END_OF_STREAM = null;
  // Well within the time after which the server would let go of them anyway.
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int IDLE_MILLIS = 120_000;
  private final Server server = new Server();
  private final Slow slow = new Slow();
  private final KeptConnections kept = new KeptConnections(slow);
  private Socket client;
  private BufferedReader answer;

  @BeforeEach
  void connect() throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.setHandler(kept);
    server.start();
    client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    client.setSoTimeout(PATIENCE_MILLIS);
    answer =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    slow.mayAnswer.countDown();
    server.stop();
  }

  @Test
  void oneThatWaitsForANextRequestIsLetGo() throws IOException {
    slow.mayAnswer.countDown();
    ask();
    assertThat(lastLineOfAnswer()).isEqualTo("done");
    kept.letGo();
    assertThat(answer.readLine()).isEqualTo(END_OF_STREAM);
  }

  @Test
  void oneWithARequestIsLetGoOnceThatHasItsAnswer() throws Exception {
    ask();
    slow.begun.await();
    kept.letGo();
    slow.mayAnswer.countDown();
    assertThat(lastLineOfAnswer()).isEqualTo("done");
    assertThat(answer.readLine()).isEqualTo(END_OF_STREAM);
  }

  private void ask() throws IOException {
    client
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: desk\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private String lastLineOfAnswer() throws IOException {
    String line;
    do {
      line = answer.readLine();
    } while (line != null && !line.equals("done"));
    return line;
  }

  /** Answers once it may. */
  private static final class Slow extends Handler.Abstract {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws InterruptedException {
      begun.countDown();
      mayAnswer.await();
      response.write(
          true, ByteBuffer.wrap("done\r\n".getBytes(StandardCharsets.US_ASCII)), callback);
      return true;
    }
  }
}
