package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargeFileTest extends ServerTest {
  @Test
  void aFileOfTheLargestSizeIsTakenAndKeptOnce() throws IOException {
    byte[] content = pdf((int) Limits.FILE_BYTES);
    Attachment first = Sent.upload(cora, "one.pdf", content).ok(Attachment.class);
    assertThat(first.size()).isEqualTo(Limits.FILE_BYTES);
    Attachment second = Sent.upload(max, "two.pdf", content).ok(Attachment.class);
    assertThat(kept()).isEqualTo(1);
    assertThat(cora.get(first.url()).header("ETag"))
        .isEqualTo(max.get(second.url()).header("ETag"));
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAndNothingOfItStays() throws IOException {
    long before = kept();
    byte[] form = Sent.form("file", "large.pdf", pdf((int) Limits.FILE_BYTES + 1));
    Client.Answer chunked =
        Sent.upload(cora, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));
    chunked.problem(ErrorCode.PAYLOAD_TOO_LARGE);
    assertThat(kept()).isEqualTo(before);
    try (Stream<Path> parts = Files.list(data.resolve("attachments/parts"))) {
      assertThat(parts).isEmpty();
    }
  }

  @Test
  void itsSenderIsToldBeforeTheBodyIsRead() throws IOException {
    String token = nobody.tokens("cora@demo.desk").accessToken();
    try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      String head =
          "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(Routes.ATTACHMENTS, token, Sent.TYPE, 4L * Limits.FILE_BYTES);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readNBytes(4_000), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 413").contains(Problem.MEDIA_TYPE);
      String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
      assertThat(Json.read(body, Problem.class).code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
    }
  }

  private long kept() throws IOException {
    try (Stream<Path> all = Files.walk(data.resolve("attachments"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static byte[] pdf(int size) {
    byte[] content = new byte[size];
    new Random(7).nextBytes(content);
    byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, content, 0, head.length);
    return content;
  }
}
