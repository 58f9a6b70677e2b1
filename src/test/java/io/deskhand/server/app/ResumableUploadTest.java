package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Upload;
import io.deskhand.server.web.Fingerprint;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResumableUploadTest extends ServerTest {
  private static final String OCTETS = "application/octet-stream";

  @Test
  void aFileArrivesInPartsAndGoesOnWhereItWas() {
    Upload upload = announce(Map.of("name", "log.txt", "size", 10)).ok(Upload.class);
    String path = Routes.attachment(upload.id());
    assertThat(upload.offset()).isZero();
    assertThat(upload.attachment()).isNull();
    assertThat(part(path, 0, "01234").ok(Upload.class).offset()).isEqualTo(5);

    Client.Answer head = cora.send("HEAD", path, null);
    assertThat(head.status()).isEqualTo(204);
    assertThat(head.header(Routes.UPLOAD_OFFSET)).isEqualTo("5");
    cora.get(path).problem(ErrorCode.CONFLICT);

    Client.Answer wrong = part(path, 0, "01234");
    wrong.problem(ErrorCode.CONFLICT);
    assertThat(wrong.header(Routes.UPLOAD_OFFSET)).isEqualTo("5");

    Upload whole = part(path, 5, "56789").ok(Upload.class);
    assertThat(whole.attachment())
        .isEqualTo(new Attachment(upload.id(), "log.txt", path, 10, "text/plain"));
    assertThat(cora.get(path).response().body()).isEqualTo("0123456789");
    assertThat(part(path, 10, "").ok(Upload.class)).isEqualTo(whole);
  }

  @Test
  void whatArrivesMustBeWhatWasAnnounced() {
    Map<String, Object> request =
        Map.of("name", "a.txt", "size", 4, "sha256", Fingerprint.of("true"));
    Upload upload = announce(request).ok(Upload.class);
    String path = Routes.attachment(upload.id());
    Client.Answer wrong = part(path, 0, "fake");
    assertThat(wrong.error("sha256")).contains("another one");
    assertThat(wrong.header(Routes.UPLOAD_OFFSET)).isEqualTo("0");
    part(path, 0, "tr").ok(Upload.class);
    assertThat(part(path, 2, "ue").ok(Upload.class).attachment()).isNotNull();
  }

  @Test
  void aPartThatIsTooLongLeavesWhatWasThereBefore() {
    Upload upload = announce(Map.of("name", "a.txt", "size", 4)).ok(Upload.class);
    String path = Routes.attachment(upload.id());
    part(path, 0, "ab").ok(Upload.class);
    part(path, 2, "cde").problem(ErrorCode.PAYLOAD_TOO_LARGE);
    part(path, 2, "cd").ok(Upload.class);
    assertThat(cora.get(path).response().body()).isEqualTo("abcd");
  }

  @Test
  void aRefusedKindIsGoneWhenItIsWhole() {
    Upload upload = announce(Map.of("name", "a.txt", "size", 14)).ok(Upload.class);
    String path = Routes.attachment(upload.id());
    part(path, 0, "<html><p></p>\n").problem(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    cora.send("HEAD", path, null);
    cora.get(path).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void nobodyElseSeesOrAddsToAnUpload() {
    Upload upload = announce(Map.of("name", "a.txt", "size", 4)).ok(Upload.class);
    String path = Routes.attachment(upload.id());
    assertThat(max.send("HEAD", path, null).status()).isEqualTo(404);
    max.with(Routes.UPLOAD_OFFSET, "0")
        .send("PATCH", path, OCTETS, BodyPublishers.ofString("evil"))
        .problem(ErrorCode.NOT_FOUND);
    assertThat(
            max.post(Routes.ATTACHMENTS, Map.of("id", upload.id(), "name", "b.txt", "size", 1))
                .problem(ErrorCode.CONFLICT)
                .detail())
        .contains("already");
  }

  @Test
  void anAnnouncementIsCheckedAndRepeatable() {
    assertThat(announce(Map.of("size", 4)).error("name")).isEqualTo("is missing");
    assertThat(announce(Map.of("name", "a", "size", 0)).error("size")).contains("from 1");
    assertThat(announce(Map.of("name", "a", "size", 1, "sha256", "xyz")).error("sha256"))
        .contains("not a SHA-256");
    assertThat(announce(Map.of("name", "a", "size", 1, "colour", "red")).error("colour"))
        .contains("unknown field");
    announce(Map.of("name", "a", "size", Limits.FILE_BYTES + 1))
        .problem(ErrorCode.PAYLOAD_TOO_LARGE);
    Client keyed = cora.with(Routes.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    Map<String, Object> request = Map.of("name", "a.txt", "size", 1);
    Upload first = keyed.post(Routes.ATTACHMENTS, request).ok(Upload.class);
    assertThat(keyed.post(Routes.ATTACHMENTS, request).ok(Upload.class)).isEqualTo(first);
    String path = Routes.attachment(first.id());
    part(path, 0, "x", "text/plain").problem(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    cora.send("PATCH", path, OCTETS, BodyPublishers.ofString("x"))
        .problem(ErrorCode.MALFORMED_REQUEST);
  }

  private Client.Answer announce(Map<String, Object> request) {
    return cora.post(Routes.ATTACHMENTS, request);
  }

  private Client.Answer part(String path, long offset, String bytes) {
    return part(path, offset, bytes, OCTETS);
  }

  private Client.Answer part(String path, long offset, String bytes, String type) {
    return cora.with(Routes.UPLOAD_OFFSET, Long.toString(offset))
        .send("PATCH", path, type, BodyPublishers.ofString(bytes));
  }
}
