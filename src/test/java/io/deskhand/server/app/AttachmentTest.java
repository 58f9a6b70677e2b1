package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Attachment;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttachmentTest extends ServerTest {
  private static final byte[] PDF =
      "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void aFileTravelsWithAMessageToWhoeverSeesIt() {
    Ticket ticket = newTicket();
    Attachment file = Sent.text(cora, "errör 1.txt", "It said: no.");
    assertThat(file.name()).isEqualTo("errör 1.txt");
    assertThat(file.type()).isEqualTo("text/plain");
    assertThat(file.size()).isEqualTo(12);
    assertThat(file.url()).isEqualTo(Routes.attachment(file.id()));
    Message message = say(cora, ticket, file.id()).ok(Message.class);
    assertThat(message.attachments()).containsExactly(file);
    assertThat(max.get(Routes.ticket(ticket.id(), "messages")).ok(MessagePage.class).messages())
        .containsExactly(message);

    Client.Answer answer = max.get(file.url());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo("It said: no.");
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    assertThat(answer.header("Content-Length")).isEqualTo("12");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"err_r 1.txt\"; filename*=UTF-8''err%C3%B6r%201.txt");
  }

  @Test
  void untilAMessageCarriesItAFileIsItsSendersOwn() {
    Attachment file = Sent.text(cora, "mine.txt", "mine");
    assertThat(cora.get(file.url()).status()).isEqualTo(200);
    for (Client other : List.of(max, lea, ada)) {
      other.get(file.url()).problem(ErrorCode.NOT_FOUND);
      other.delete(file.url()).problem(ErrorCode.NOT_FOUND);
    }
    assertThat(nobody.get(file.url()).status()).isEqualTo(401);
    assertThat(say(max, newTicket(), file.id()).error("attachmentIds"))
        .isEqualTo("no such attachment");
  }

  @Test
  void aNotesFileIsNeverTheCustomersAndATicketThatGoesTakesItsFilesAlong() {
    Ticket ticket = newTicket();
    Attachment secret = Sent.text(max, "notes.txt", "He is wrong");
    max.post(
            Routes.ticket(ticket.id(), "messages"),
            Map.of("body", "Look", "internal", true, "attachmentIds", List.of(secret.id())))
        .ok(Message.class);
    cora.get(secret.url()).problem(ErrorCode.NOT_FOUND);
    nobody.signIn("carl@demo.desk").get(secret.url()).problem(ErrorCode.NOT_FOUND);
    assertThat(max.get(secret.url()).status()).isEqualTo(200);
    lea.post(Routes.ticket(ticket.id(), "assign"), Map.of("agentId", TestDesk.INES.id()))
        .ok(Ticket.class);
    max.get(secret.url()).problem(ErrorCode.NOT_FOUND);
    assertThat(nobody.signIn("ines@demo.desk").get(secret.url()).status()).isEqualTo(200);
  }

  @Test
  void aFileBelongsToOneMessageOnly() {
    Ticket ticket = newTicket();
    Attachment file = Sent.text(cora, "once.txt", "once");
    UUID id = UUID.randomUUID();
    Map<String, Object> body =
        Map.of("id", id, "body", "Here", "attachmentIds", List.of(file.id()));
    Client keyed = cora.with(Routes.IDEMPOTENCY_KEY, id.toString());
    Message first = keyed.post(Routes.ticket(ticket.id(), "messages"), body).ok(Message.class);
    Message again = keyed.post(Routes.ticket(ticket.id(), "messages"), body).ok(Message.class);
    assertThat(again).isEqualTo(first);
    assertThat(say(cora, ticket, file.id()).error("attachmentIds")).isEqualTo("no such attachment");
    cora.delete(file.url()).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void aMessageCarriesTenFilesAndNotOneMore() {
    Ticket ticket = newTicket();
    List<UUID> files = new ArrayList<>();
    for (int n = 0; n <= Limits.MESSAGE_FILES; n++) {
      files.add(Sent.text(cora, n + ".txt", "number " + n).id());
    }
    assertThat(say(cora, ticket, files.toArray(UUID[]::new)).error("attachmentIds"))
        .isEqualTo("must be at most 10");
    assertThat(say(cora, ticket, files.getFirst(), files.getFirst()).error("attachmentIds"))
        .isEqualTo("has one twice");
    UUID[] ten = files.subList(0, Limits.MESSAGE_FILES).toArray(UUID[]::new);
    assertThat(say(cora, ticket, ten).ok(Message.class).attachments()).hasSize(10);
  }

  @Test
  void aFileIsServedInPartsAndOnlyWhenItIsNotKnown() {
    Attachment file = Sent.text(cora, "digits.txt", "0123456789");
    assertPart(file, "bytes=2-4", "bytes 2-4/10", "234");
    assertPart(file, "bytes=7-", "bytes 7-9/10", "789");
    assertPart(file, "bytes=-2", "bytes 8-9/10", "89");
    assertPart(file, "bytes=8-99", "bytes 8-9/10", "89");
    for (String nonsense : List.of("bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-")) {
      Client.Answer whole = cora.with("Range", nonsense).get(file.url());
      assertThat(whole.status()).as(nonsense).isEqualTo(200);
      assertThat(whole.response().body()).isEqualTo("0123456789");
    }
    Client.Answer beyond = cora.with("Range", "bytes=10-").get(file.url());
    beyond.problem(ErrorCode.RANGE_NOT_SATISFIABLE);
    assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");

    String tag = cora.get(file.url()).header("ETag");
    assertThat(cora.with("If-None-Match", tag).get(file.url()).status()).isEqualTo(304);
    Client part = cora.with("Range", "bytes=0-0");
    assertThat(part.with("If-Range", tag).get(file.url()).status()).isEqualTo(206);
    assertThat(part.with("If-Range", "\"other\"").get(file.url()).status()).isEqualTo(200);
    Client.Answer head = cora.send("HEAD", file.url(), null);
    assertThat(head.header("Content-Length")).isEqualTo("10");
    assertThat(head.header("Upload-Offset")).isEqualTo("10");
    assertThat(cora.with("Accept-Encoding", "gzip").get(file.url()).header("Content-Encoding"))
        .isNull();
  }

  private void assertPart(Attachment file, String range, String contentRange, String body) {
    Client.Answer answer = cora.with("Range", range).get(file.url());
    assertThat(answer.status()).as(range).isEqualTo(206);
    assertThat(answer.header("Content-Range")).isEqualTo(contentRange);
    assertThat(answer.response().body()).isEqualTo(body);
  }

  @Test
  void theTypeIsToldByTheContentNotByTheName() {
    assertThat(Sent.upload(cora, "holiday.png", PDF).ok(Attachment.class).type())
        .isEqualTo("application/pdf");
    assertRefused("nice.png", "MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff", "x-msdownload");
    assertRefused("a.txt", "<!DOCTYPE html><html><script>alert(1)</script>", "text/html");
    assertRefused("a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "svg");
    assertRefused("a.txt", "#!/bin/sh\nrm -rf /\n", "x-sh");
    assertRefused("a.bat", "echo off", ".bat");
    assertRefused("a", "\1\2\3\0\0\0\7\6\5", "octet-stream");
  }

  private void assertRefused(String name, String content, String found) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Sent.upload(cora, name, bytes).problem(ErrorCode.UNSUPPORTED_MEDIA_TYPE).detail())
        .contains(found);
  }

  @Test
  void namesAreHarmlessAndKeptOtherwise() {
    assertThat(Sent.text(cora, "../../etc/passwd", "x").name()).isEqualTo("passwd");
    assertThat(Sent.text(cora, "C:\\\\fake\\\\p.txt", "x").name()).isEqualTo("p.txt");
    assertThat(Sent.text(cora, "a\u202Etxt.gpj", "x").name()).isEqualTo("atxt.gpj");
    assertThat(Sent.text(cora, "日本 👩‍💻.txt", "x").name()).isEqualTo("日本 👩‍💻.txt");
    assertThat(Sent.text(cora, "..", "x").name()).isEqualTo("file");
    assertThat(Sent.text(cora, "n".repeat(500) + ".txt", "x").name())
        .hasSize(Limits.NAME)
        .endsWith("n.txt");
  }

  @Test
  void aFormThatIsNoneIsRefusedInSoManyWords() {
    byte[] text = "x".getBytes(StandardCharsets.UTF_8);
    assertThat(
            Sent.upload(cora, BodyPublishers.ofByteArray(Sent.form("photo", "a.txt", text)))
                .error("photo"))
        .isEqualTo("unknown field");
    assertThat(Sent.upload(cora, "a.txt", new byte[0]).error("file")).isEqualTo("is empty");
    byte[] cut = java.util.Arrays.copyOf(Sent.form("file", "a.txt", text), 150);
    Sent.upload(cora, BodyPublishers.ofByteArray(cut)).problem(ErrorCode.MALFORMED_REQUEST);
    Sent.upload(cora, BodyPublishers.noBody()).problem(ErrorCode.MALFORMED_REQUEST);
    Sent.upload(cora, BodyPublishers.ofString("rubbish")).problem(ErrorCode.MALFORMED_REQUEST);
    cora.send("POST", Routes.ATTACHMENTS, "multipart/form-data", BodyPublishers.ofString("x"))
        .problem(ErrorCode.MALFORMED_REQUEST);
    nobody
        .send("POST", Routes.ATTACHMENTS, Sent.TYPE, BodyPublishers.noBody())
        .problem(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void aTicketsFilesComeWithItsFirstMessage() {
    Attachment file = Sent.text(cora, "log.txt", "boom");
    Map<String, Object> request =
        Map.of(
            "subject", "It crashed",
            "description", "See the log",
            "category", "technical",
            "attachmentIds", List.of(file.id()));
    Ticket ticket = cora.post(Routes.TICKETS, request).ok(Ticket.class);
    assertThat(ticket.messageCount()).isEqualTo(1);
    List<Message> messages =
        max.get(Routes.ticket(ticket.id(), "messages")).ok(MessagePage.class).messages();
    assertThat(messages).extracting(Message::body).containsExactly("See the log");
    assertThat(messages.getFirst().attachments()).containsExactly(file);

    Attachment agents = Sent.text(max, "scan.txt", "scan");
    Map<String, Object> written =
        Map.of(
            "subject", "She called",
            "customerId", TestDesk.CORA.id(),
            "attachmentIds", List.of(agents.id()));
    Ticket hers = max.post(Routes.TICKETS, written).ok(Ticket.class);
    assertThat(hers.firstResponseAt()).isNull();
    cora.get(agents.url()).problem(ErrorCode.NOT_FOUND);
    assertThat(max.post(Routes.TICKETS, written).error("attachmentIds"))
        .isEqualTo("no such attachment");
  }

  @Test
  void aTicketsFilesMayBeNamedByTheirAddressesHereAndByNoOthers() {
    Attachment one = Sent.text(cora, "one.txt", "one");
    Attachment two = Sent.text(cora, "two.txt", "two");
    Map<String, Object> request =
        Map.of("subject", "Two logs", "attachments", List.of(one.url(), "/api" + two.url()));
    Ticket ticket = cora.post(Routes.TICKETS, request).ok(Ticket.class);
    List<Message> messages =
        cora.get(Routes.ticket(ticket.id(), "messages")).ok(MessagePage.class).messages();
    assertThat(messages.getFirst().attachments()).containsExactly(one, two);
    for (String foreign :
        List.of(
            "http://169.254.169.254/latest/meta-data",
            "https://files.example" + one.url(),
            "file:///etc/passwd",
            one.url() + "/thumbnail",
            "")) {
      List<String> urls = List.of(one.url(), foreign);
      assertThat(
              cora.post(Routes.TICKETS, Map.of("subject", "Odd", "attachments", urls))
                  .error("attachments[1]"))
          .contains("upload it first");
    }
    Attachment hers = Sent.text(max, "hers.txt", "hers");
    cora.post(Routes.TICKETS, Map.of("subject", "Odd", "attachments", List.of(hers.url())))
        .error("attachmentIds");
  }

  @Test
  void aRepeatedUploadGetsTheFirstAnswer() {
    Client keyed = cora.with(Routes.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    Attachment first = Sent.text(keyed, "same.txt", "same");
    assertThat(Sent.text(keyed, "same.txt", "same")).isEqualTo(first);
    Sent.upload(keyed, "same.txt", "other".getBytes(StandardCharsets.UTF_8))
        .problem(ErrorCode.IDEMPOTENCY_MISMATCH);
  }

  @Test
  void anUnusedFileCanBeDropped() {
    Attachment file = Sent.text(cora, "oops.txt", "oops");
    assertThat(cora.delete(file.url()).status()).isEqualTo(204);
    cora.get(file.url()).problem(ErrorCode.NOT_FOUND);
  }

  private Client.Answer say(Client client, Ticket ticket, UUID... files) {
    return client.post(
        Routes.ticket(ticket.id(), "messages"),
        Map.of("body", "Here", "attachmentIds", List.of(files)));
  }
}
