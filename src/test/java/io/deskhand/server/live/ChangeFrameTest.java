package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.LiveChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeFrameTest {
  private static final UUID TICKET = UUID.randomUUID();

  @Test
  void carriesItsRowsAndTheOneItIsNamedFor() {
    Message message = message("Grüße, 谢谢");
    ChangeFrame frame =
        ChangeFrame.of(Events.NEW_MESSAGE, 9, List.of(row(EntityType.MESSAGE, message)), TICKET);
    LiveChange change = read(text(frame, 4), Events.NEW_MESSAGE);
    assertThat(change.prev()).isEqualTo(4);
    assertThat(change.seq()).isEqualTo(9);
    assertThat(change.ticketId()).isEqualTo(TICKET);
    assertThat(change.message()).isEqualTo(message);
    assertThat(
            Json.convert(Objects.requireNonNull(change.changes().getFirst().data()), Message.class))
        .isEqualTo(message);
  }

  @Test
  void sessionsThatWereSentTheSameShareItsBytes() {
    ChangeFrame frame =
        ChangeFrame.of(
            Events.NEW_MESSAGE, 9, List.of(row(EntityType.MESSAGE, message("Hi"))), TICKET);
    assertThat(frame.bytes(4)).isSameAs(frame.bytes(4)).isNotEqualTo(frame.bytes(5));
  }

  @Test
  void isNamedForWhatTheSessionSeesOfIt() {
    List<Change> load = List.of(row(EntityType.AGENT, Json.object()));
    List<Change> gone = List.of(row(EntityType.TICKET, null));
    assertThat(event(Events.TICKET_ASSIGNED, load)).isEqualTo(Events.DESK_CHANGED);
    assertThat(event(Events.NEW_MESSAGE, load)).isEqualTo(Events.DESK_CHANGED);
    assertThat(event(Events.TICKET_UPDATED, load)).isEqualTo(Events.DESK_CHANGED);
    assertThat(event(Events.TICKET_ASSIGNED, gone)).isEqualTo(Events.TICKET_REMOVED);
  }

  @Test
  void whatIsTooLongTwiceIsSentOnce() {
    int length = Limits.SERVER_FRAME_BYTES * 2 / 3;
    Change change = row(EntityType.MESSAGE, message("x".repeat(length)));
    ChangeFrame frame = ChangeFrame.of(Events.NEW_MESSAGE, 9, List.of(change), TICKET);
    LiveChange read = read(text(frame, 8), Events.NEW_MESSAGE);
    assertThat(read.message()).isNull();
    assertThat(read.changes()).hasSize(1);
  }

  @Test
  void whatNoFrameCanHoldIsAGapThatMakesTheClientPull() {
    Change big = row(EntityType.MESSAGE, message("€".repeat(50_000)));
    ChangeFrame frame =
        ChangeFrame.of(Events.NEW_MESSAGE, 90, Collections.nCopies(40, big), TICKET);
    String text = text(frame, 50);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(Limits.SERVER_FRAME_BYTES);
    LiveChange read = read(text, Events.NEW_MESSAGE);
    assertThat(read.changes()).isEmpty();
    assertThat(read.prev()).isEqualTo(90).isEqualTo(read.seq());
  }

  private static String text(ChangeFrame frame, long prev) {
    return new String(frame.bytes(prev), StandardCharsets.UTF_8);
  }

  private static String event(String commitEvent, List<Change> changes) {
    return ChangeFrame.of(commitEvent, 1, changes, TICKET).event();
  }

  private static LiveChange read(String text, String event) {
    Frame frame = Json.read(text, Frame.class);
    assertThat(frame.event()).isEqualTo(event);
    return Json.convert(Objects.requireNonNull(frame.data()), LiveChange.class);
  }

  private static Change row(EntityType entity, @Nullable Object data) {
    JsonNode tree = data == null ? null : Json.tree(data);
    return new Change(
        1, entity, TICKET.toString(), data == null ? Change.Op.REMOVE : Change.Op.PUT, tree);
  }

  private static Message message(String body) {
    return new Message(
        UUID.randomUUID(),
        TICKET,
        UUID.randomUUID(),
        "Cora",
        SenderType.CUSTOMER,
        body,
        false,
        List.of(),
        null,
        null,
        Instant.parse("2026-11-20T10:00:00Z"));
  }
}
