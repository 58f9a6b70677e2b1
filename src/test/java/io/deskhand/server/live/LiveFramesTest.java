package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.TicketRef;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may send wrong; another client's socket must not notice. */
class LiveFramesTest {
  private static final LiveLimits STRICT = new LiveLimits(2_000, 4L << 20, 40, 1, 10, 3);

  @TempDir static Path directory;
  private static LiveDesk live;
  private LiveClient bystander;

  @BeforeAll
  static void open() {
    live = new LiveDesk(directory, LiveDesk.QUICK, STRICT);
  }

  @AfterAll
  static void close() {
    live.close();
  }

  @BeforeEach
  void watch() throws Exception {
    bystander = live.subscribed(live.desk.admin());
  }

  @AfterEach
  void theBystanderStillGetsItsStream() {
    live.desk.insert(live.ledger, live.desk.max());
    bystander.await(frame -> frame.event().equals(Events.DESK_CHANGED));
    assertThat(bystander.closedNow()).isNull();
    bystander.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{",
        "null",
        "[]",
        "42",
        "{\"event\":42}",
        "{\"event\":\"typing_start\",\"data\":{},\"more\":1}",
        "{\"event\":\"a\",\"event\":\"b\"}",
        "{\"event\":\"join_ticket_room\",\"data\":{\"ticketId\":\"no uuid\"}}",
        "{\"event\":\"join_ticket_room\",\"data\":{\"ticketId\":7}}",
        "{\"event\":\"join_ticket_room\",\"data\":{\"ticket\":\"x\"}}",
        "{\"event\":\"join_ticket_room\",\"data\":{}}",
        "{\"event\":\"join_ticket_room\"}",
        "{\"event\":\"subscribe_tickets\",\"data\":{\"since\":-1}}",
        "{\"event\":\"subscribe_tickets\",\"data\":{\"since\":\"7\"}}",
        "{\"event\":\"subscribe_tickets\",\"data\":{\"since\":1e99}}",
        "{\"event\":\"new_ticket\",\"data\":{}}",
        "{\"event\":\"constructor\",\"data\":{}}",
        "{\"data\":{}}",
        "{\"event\":\"authenticate\",\"data\":{}}"
      })
  void whatIsNoFrameIsRefusedAndTheSocketStays(String text) throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.sendText(text);
      assertThat(max.refusal(null).code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
      max.send(Events.SUBSCRIBE_TICKETS, "alive", Json.object());
      max.answer("alive");
    }
  }

  @Test
  void nestingWithoutEndIsRefused() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.sendText("{\"event\":\"typing_start\",\"data\":" + "[".repeat(30_000));
      assertThat(max.refusal(null).code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"event\":\"subscribe_tickets\",\"ref\":\"r\",\"data\":{}}',4401,unauthenticated",
    "'{\"event\":\"nonsense\"}',4401,unauthenticated",
    "'not JSON',4400,malformed_request",
    "'{\"event\":\"authenticate\",\"data\":{\"token\":\"forged\"}}',4401,unauthenticated",
    "'{\"event\":\"authenticate\",\"data\":{\"token\":7}}',4400,malformed_request"
  })
  void whoeverDoesNotAuthenticateFirstIsShutOut(String text, int code, String reason)
      throws Exception {
    try (LiveClient stranger = live.connect()) {
      stranger.sendText(text);
      assertThat(stranger.refusal(null).code().wire()).isEqualTo(reason);
      assertThat(stranger.awaitClosed()).isEqualTo(new LiveClient.Closed(code, reason));
    }
  }

  @Test
  void aTokenWithACharacterThatNoTextHasIsNoFrameEither() throws Exception {
    try (LiveClient stranger = live.connect()) {
      stranger.send(Events.AUTHENTICATE, "r", Json.object().put("token", "\0"));
      assertThat(stranger.refusal("r").code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
      assertThat(stranger.awaitClosed())
          .isEqualTo(new LiveClient.Closed(4400, "malformed_request"));
    }
  }

  @Test
  void whoeverSaysNothingIsShutOut() throws Exception {
    try (LiveClient stranger = live.connect()) {
      assertThat(stranger.awaitClosed()).isEqualTo(new LiveClient.Closed(4401, "unauthenticated"));
    }
  }

  @Test
  void aBinaryFrameClosesTheSocket() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.sendBinary(new byte[] {1, 2, 3});
      assertThat(max.awaitClosed().code()).isEqualTo(1003);
    }
  }

  @Test
  void aFrameThatIsTooLargeClosesTheSocket() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.sendText("x".repeat(Limits.CLIENT_FRAME_BYTES + 1));
      assertThat(max.awaitClosed().code()).isEqualTo(1009);
    }
  }

  @Test
  void aFrameOfAMebibyteClosesTheSocketAndOthersGoOn() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max());
        LiveClient other = live.signedIn(live.desk.max())) {
      max.sendText("x".repeat(1 << 20));
      // What the server has not read of it resets the connection, which may overtake its word.
      assertThat(max.awaitClosed().code()).isIn(1009, 1006);
      assertThat(other.closedNow()).isNull();
    }
  }

  @Test
  void aBinaryFrameThatIsTooLargeClosesTheSocket() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.sendBinary(new byte[Limits.CLIENT_FRAME_BYTES + 1]);
      assertThat(max.awaitClosed().code()).isIn(1003, 1009);
    }
  }

  @Test
  void aBinaryFrameOfAMebibyteClosesTheSocket() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.sendBinary(new byte[1 << 20]);
      // As with text, the reset may overtake the server's word.
      assertThat(max.awaitClosed().code()).isIn(1003, 1009, 1006);
    }
  }

  @Test
  void theLargestFrameIsRead() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      String frame = "{\"event\":\"subscribe_tickets\",\"ref\":\"r\",\"data\":{}}";
      max.sendText(frame + " ".repeat(Limits.CLIENT_FRAME_BYTES - frame.length()));
      max.answer("r");
    }
  }

  @Test
  void tooManyFramesAreRefusedAndThenCutOff() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.flood(Events.SUBSCRIBE_TICKETS, 60, n -> Json.object());
      assertThat(max.refusal(null).code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(max.awaitClosed()).isEqualTo(new LiveClient.Closed(4429, "rate_limited"));
    }
  }

  @Test
  void oneRefusedFrameAfterTheOtherIsCutOffWhateverTheyWere() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.flood(Events.JOIN_TICKET_ROOM, 60, n -> new TicketRef(new UUID(0, n)));
      assertThat(max.refusal(null).code()).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(max.awaitClosed()).isEqualTo(new LiveClient.Closed(4429, "rate_limited"));
    }
  }

  @Test
  void aRefIsRepeatedInTheRefusal() throws Exception {
    try (LiveClient max = live.signedIn(live.desk.max())) {
      max.send("no_such_event", "my ref", Json.object());
      assertThat(max.refusal("my ref").code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }
  }
}
