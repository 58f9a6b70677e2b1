package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.TicketRef;
import io.deskhand.protocol.Typing;
import io.deskhand.protocol.Viewers;
import io.deskhand.server.web.Session;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRoomsTest {
  @TempDir Path directory;
  private LiveDesk live;
  private UUID ticket;
  private LiveClient max;
  private LiveClient cora;

  @BeforeEach
  void open() throws Exception {
    live = new LiveDesk(directory, LiveDesk.QUICK, LiveLimits.STANDARD);
    ticket = live.desk.insert(live.ledger, live.desk.max());
    live.desk.update(live.ledger, ticket, t -> t.customerId(live.desk.customer().me().id()));
    max = live.signedIn(live.desk.max());
    cora = live.signedIn(live.desk.customer());
  }

  @AfterEach
  void close() {
    max.close();
    cora.close();
    live.close();
  }

  @Test
  void theStaffInARoomSeeWhoElseIsThereAndTheCustomerDoesNot() throws Exception {
    join(max);
    join(cora);
    try (LiveClient ada = live.signedIn(live.desk.admin())) {
      join(ada);
      awaitViewers(max, live.desk.max(), live.desk.admin());
      awaitViewers(ada, live.desk.max(), live.desk.admin());
    }
    assertThat(awaitViewers(max, live.desk.max()).viewers()).hasSize(1);
    assertThat(cora.heard(Events.VIEWERS)).isEmpty();
  }

  @Test
  void typingIsToldToTheOthersInTheRoomAndEndsByItself() {
    join(max);
    join(cora);
    cora.send(Events.TYPING_START, "t", new TicketRef(ticket));
    cora.answer("t");
    Typing typing = awaitTyping(max, true);
    assertThat(typing.name()).isEqualTo(live.desk.customer().me().name());
    assertThat(typing.ticketId()).isEqualTo(ticket);
    awaitTyping(max, false);
    assertThat(cora.heard(Events.TYPING_INDICATOR)).isEmpty();
  }

  @Test
  void typingEndsWhenSaidSoAndWhenTheTypistGoes() {
    join(max);
    join(cora);
    max.send(Events.TYPING_START, null, new TicketRef(ticket));
    max.send(Events.TYPING_STOP, null, new TicketRef(ticket));
    max.send(Events.TYPING_START, null, new TicketRef(ticket));
    max.close();
    cora.await(frame -> cora.heard(Events.TYPING_INDICATOR).size() == 4);
    assertThat(cora.heard(Events.TYPING_INDICATOR))
        .extracting(frame -> Follower.data(frame, Typing.class).typing())
        .containsExactly(true, false, true, false);
  }

  @Test
  void aRoomIsForThoseWhoSeeItsTicket() throws Exception {
    try (LiveClient ines = live.signedIn(live.desk.ines())) {
      ines.send(Events.JOIN_TICKET_ROOM, "j", new TicketRef(ticket));
      assertThat(ines.refusal("j").code()).isEqualTo(ErrorCode.NOT_FOUND);
      ines.send(Events.JOIN_TICKET_ROOM, "k", new TicketRef(UUID.randomUUID()));
      assertThat(ines.refusal("k").code()).isEqualTo(ErrorCode.NOT_FOUND);
      ines.send(Events.TYPING_START, "t", new TicketRef(ticket));
      assertThat(ines.refusal("t").code()).isEqualTo(ErrorCode.CONFLICT);
    }
  }

  @Test
  void whoeverLosesTheTicketIsOutOfItsRoom() {
    join(max);
    join(cora);
    live.desk.update(
        live.ledger, ticket, t -> t.assignedTo(live.desk.ines().me().id()).departmentId(null));
    await()
        .untilAsserted(
            () -> {
              String ref = UUID.randomUUID().toString();
              max.send(Events.TYPING_START, ref, new TicketRef(ticket));
              assertThat(max.answer(ref).event()).isEqualTo(Events.ERROR);
            });
  }

  @Test
  void leavingIsTold() throws Exception {
    join(max);
    try (LiveClient ada = live.signedIn(live.desk.admin())) {
      join(ada);
      awaitViewers(max, live.desk.max(), live.desk.admin());
      ada.send(Events.LEAVE_TICKET_ROOM, "l", new TicketRef(ticket));
      ada.answer("l");
      awaitViewers(max, live.desk.max());
    }
  }

  private void join(LiveClient client) {
    client.send(Events.JOIN_TICKET_ROOM, "join", new TicketRef(ticket));
    assertThat(client.answer("join").event()).isEqualTo(Events.ACK);
  }

  private static Viewers awaitViewers(LiveClient client, Session... expected) {
    List<UUID> ids = Arrays.stream(expected).map(who -> who.me().id()).toList();
    Frame frame =
        client.await(
            f -> {
              List<Frame> told = client.heard(Events.VIEWERS);
              return !told.isEmpty()
                  && f == told.getLast()
                  && Follower.data(f, Viewers.class).viewers().stream()
                      .map(Viewers.Viewer::id)
                      .toList()
                      .equals(ids);
            });
    return Follower.data(frame, Viewers.class);
  }

  private static Typing awaitTyping(LiveClient client, boolean typing) {
    Frame frame =
        client.await(
            f ->
                f.event().equals(Events.TYPING_INDICATOR)
                    && Follower.data(f, Typing.class).typing() == typing);
    return Follower.data(frame, Typing.class);
  }
}
