package io.deskhand.server.live;

import io.deskhand.model.Message;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.MarkRead;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SendMessage;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Fingerprint;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The frames that say something in a ticket, or that it was read. */
final class MessageFrames {
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Ledger ledger;
  private final MessageService messages;

  MessageFrames(Ledger ledger, MessageService messages) {
    this.ledger = ledger;
    this.messages = messages;
  }

  /** Its handlers by event. */
  Map<String, FrameHandler> handlers() {
    return Map.of(Events.SEND_MESSAGE, this::send, Events.MARK_READ, this::markRead);
  }

  /** The same as POST messages; the answer is {@code ack} with the message. */
  private void send(LiveSession session, Identity who, Frame frame) {
    SendMessage request = FrameHandler.data(frame, SendMessage.class);
    UUID ticket = FrameHandler.ticket(request.ticketId());
    Actor actor = who.session().actor();
    String fingerprint =
        Fingerprint.of(Events.SEND_MESSAGE, Routes.ticket(ticket), Json.bytes(request));
    Reply reply =
        ledger.write(
            tx ->
                Writes.once(
                    tx,
                    actor.id(),
                    key(request, frame.ref()),
                    fingerprint,
                    () -> Reply.of(201, messages.send(tx, actor, ticket, request))));
    answer(session, frame, reply);
  }

  /**
   * What makes a repeat harmless: the message's own id, else a ref that is one; other refs may come
   * again on another day.
   */
  private static @Nullable String key(SendMessage request, @Nullable String ref) {
    if (request.id() != null) {
      return request.id().toString();
    }
    return ref != null && UUID_FORM.matcher(ref).matches() ? ref : null;
  }

  private static void answer(LiveSession session, Frame frame, Reply reply) {
    if (reply.status() >= 400) {
      throw new ProblemException(Json.readTrusted(reply.body(), Problem.class));
    }
    if (frame.ref() != null) {
      Message message = Json.readTrusted(reply.body(), Message.class);
      session.send(Frame.of(Events.ACK, frame.ref(), message));
    }
  }

  private void markRead(LiveSession session, Identity who, Frame frame) {
    MarkRead request = FrameHandler.data(frame, MarkRead.class);
    UUID ticket = FrameHandler.ticket(request.ticketId());
    Actor actor = who.session().actor();
    ledger.write(tx -> messages.markRead(tx, actor, ticket, request.upTo()));
    FrameHandler.acknowledge(session, frame);
  }
}
