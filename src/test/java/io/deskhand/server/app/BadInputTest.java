package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Routes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest extends ServerTest {
  @ParameterizedTest
  @ValueSource(strings = {"%2B294277-01-01T00%3A00%3A00Z", "%2B10000-01-01", "0000-12-31"})
  void aTimeThatNoCalendarOfTheWireHasIsRefused(String time) {
    assertThat(max.get(Routes.TICKETS + "?createdFrom=" + time).error("createdFrom"))
        .contains("RFC 3339");
  }

  @Test
  void malformedJsonSaysWhere() {
    Problem problem =
        max.send("POST", Routes.TICKETS, "{\"subject\":\n  }").problem(ErrorCode.MALFORMED_REQUEST);
    assertThat(problem.detail()).contains("line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\":\"s\",\"colour\":\"red\"} | colour | unknown field",
        "{\"subject\":7} | subject | not a valid value",
        "{\"subject\":\"s\",\"priority\":\"loud\"} | priority | not a valid value",
        "{\"subject\":\"s\",\"tags\":\"vip\"} | tags | not a valid value",
        "{\"subject\":\"s\",\"tags\":[\"a\",\"\"]} | tags[1] | is missing",
        "{\"subject\":\"s\",\"tags\":[\"a\",null]} | tags[1] | not a valid value",
        "{\"subject\":\"s\",\"customerId\":\"x\"} | customerId | not a valid value",
        "{\"subject\":\"s\",\"category\":\"nonsense\"} | category | no such category",
        "{\"subject\":\"s\",\"customer_id\":null,\"customerId\":null} | customerId | given twice",
        "{\"subject\":\"\\u0000\"} | subject | U+0000",
        "{\"subject\":\"a \\uDFFF b\"} | subject | surrogate",
        "{\"subject\":\"s\",\"tags\":[\"\\uD83D\"]} | tags[0] | surrogate",
        "{\"subject\":\"s\",\"tags\":[\"a\\u0000\"]} | tags[0] | U+0000",
        "{\"subject\":\"   \"} | subject | is missing",
        "{} | subject | is missing"
      })
  void aFieldThatIsWrongIsNamed(String body, String field, String message) {
    assertThat(max.send("POST", Routes.TICKETS, body).error(field)).contains(message);
  }

  @Test
  void aSubjectHasALongestLength() {
    String tooLong = "x".repeat(Limits.SUBJECT + 1);
    assertThat(max.post(Routes.TICKETS, Map.of("subject", tooLong)).error("subject"))
        .contains("at most 255");
    max.post(Routes.TICKETS, Map.of("subject", tooLong.substring(1))).ok(Ticket.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "7", "null"})
  void aBodyMustBeAnObject(String body) {
    assertThat(max.send("POST", Routes.TICKETS, body).status()).isIn(400, 422);
    String patch = Routes.ticket(newTicket().id());
    assertThat(max.send("PATCH", patch, body).status()).isIn(400, 422);
  }

  @Test
  void jsonThatIsTooDeepIsRefused() {
    String deep = "[".repeat(1_000) + "]".repeat(1_000);
    max.send("POST", Routes.TICKETS, "{\"subject\":" + deep + "}")
        .problem(ErrorCode.MALFORMED_REQUEST);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithOrWithoutItsLength() {
    byte[] large = new byte[Limits.BODY_BYTES + 1];
    var known = BodyPublishers.ofByteArray(large);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    for (var body : List.of(known, chunked)) {
      max.send("POST", Routes.TICKETS, "application/json", body)
          .problem(ErrorCode.PAYLOAD_TOO_LARGE);
    }
  }

  @Test
  void aBodyMustBeJsonByItsType() {
    max.send("POST", Routes.TICKETS, "text/plain", BodyPublishers.ofString("{}"))
        .problem(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    max.send(
            "POST",
            Routes.LOGIN,
            "application/x-www-form-urlencoded",
            BodyPublishers.ofString("a=b"))
        .problem(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    max.send(
            "POST",
            Routes.TICKETS,
            "application/json; charset=nonsense",
            BodyPublishers.ofString("{}"))
        .problem(ErrorCode.VALIDATION_FAILED);
  }

  @Test
  void aPathThatIsNotThereAndAMethodThatItDoesNotKnowAreProblems() {
    max.get("/nowhere").problem(ErrorCode.NOT_FOUND);
    nobody.get("/").problem(ErrorCode.NOT_FOUND);
    max.get("/support/tickets/x/y/z").problem(ErrorCode.NOT_FOUND);
    Client.Answer notAllowed = max.delete(Routes.TICKETS);
    notAllowed.problem(ErrorCode.METHOD_NOT_ALLOWED);
    assertThat(notAllowed.header("Allow")).contains("GET", "POST");
    max.post(Routes.HEALTH, Map.of()).problem(ErrorCode.METHOD_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "not-a-uuid", "0190-0-0-0-1", "..%2F..%2Fetc%2Fpasswd"})
  void anIdThatIsNoneIsNotFound(String id) {
    assertThat(max.get(Routes.ticket(id)).status()).isIn(400, 404);
    assertThat(max.get(Routes.ticket(id, "messages")).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "status=nonsense, status",
    "priority=high&priority=loud, priority",
    "assignedTo=somebody, assignedTo",
    "departmentId=7, departmentId",
    "createdFrom=yesterday, createdFrom",
    "limit=0, limit",
    "limit=501, limit",
    "limit=many, limit",
    "page=0, page",
    "sort=colour, sort",
    "cursor=nonsense, cursor",
    "cursor=e30, cursor",
    "colour=red, colour"
  })
  void aParameterThatIsWrongIsNamed(String query, String field) {
    assertThat(max.get(Routes.TICKETS + "?" + query).error(field)).isNotBlank();
  }

  @Test
  void severalWrongParametersAreNamedTogether() {
    Problem problem =
        max.get(Routes.TICKETS + "?limit=0&status=x&colour=red")
            .problem(ErrorCode.VALIDATION_FAILED);
    assertThat(problem.errors()).extracting(Problem.FieldError::field).hasSize(3);
  }

  @Test
  void headersThatAreWrongAreRefused() {
    String path = Routes.ticket(newTicket().id(), "close");
    max.with("If-Match", "newest").post(path, Map.of()).problem(ErrorCode.MALFORMED_REQUEST);
    max.with("Idempotency-Key", "k".repeat(201))
        .post(path, Map.of())
        .problem(ErrorCode.MALFORMED_REQUEST);
  }

  @Test
  void anAnswerCarriesItsRequestIdAndKeepsBrowsersOut() {
    Client.Answer answer = max.get("/nowhere");
    assertThat(answer.problem(ErrorCode.NOT_FOUND).requestId())
        .isEqualTo(answer.header("X-Request-Id"));
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    assertThat(answer.header("Server")).isNull();
  }

  @Test
  void whatIsNotHttpGetsAProblemAndNoPage() throws IOException {
    assertThat(raw("NONSENSE\r\n\r\n")).contains("400").doesNotContain("<html", "at org.");
    assertThat(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
        .contains("payload_too_large")
        .doesNotContain("<html");
    assertThat(max.get(Routes.HEALTH).status()).isEqualTo(200);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
