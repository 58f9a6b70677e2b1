package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.Routes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Files on their way to a server, as a browser's form sends them. */
final class Sent {
  static final String BOUNDARY = "----a-boundary-of-a-form";
  static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private Sent() {}

  /** The form with one file. */
  static byte[] form(String field, String name, byte[] content) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            .formatted(BOUNDARY, field, name);
    String kind = "Content-Type: application/x-whatever\r\n\r\n";
    String end = "\r\n--%s--\r\n".formatted(BOUNDARY);
    try {
      form.write((head + kind).getBytes(StandardCharsets.UTF_8));
      form.write(content);
      form.write(end.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return form.toByteArray();
  }

  static Client.Answer upload(Client client, String name, byte[] content) {
    return upload(client, BodyPublishers.ofByteArray(form("file", name, content)));
  }

  static Client.Answer upload(Client client, BodyPublisher body) {
    return client.send("POST", Routes.ATTACHMENTS, TYPE, body);
  }

  static Attachment text(Client client, String name, String content) {
    Client.Answer answer = upload(client, name, content.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.ok(Attachment.class);
  }
}
