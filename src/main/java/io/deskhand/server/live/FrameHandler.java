package io.deskhand.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.web.NoNul;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one kind of frame from an authenticated client does. */
@FunctionalInterface
interface FrameHandler {
  /**
   * @throws ProblemException if it is refused
   * @throws io.deskhand.protocol.BadJson if its data is not what belongs there
   */
  void handle(LiveSession session, Identity who, Frame frame);

  /** The data of a frame. */
  static <T> T data(Frame frame, Class<T> type) {
    JsonNode data = frame.data();
    if (data == null || !data.isObject()) {
      throw ProblemException.of(ErrorCode.MALFORMED_REQUEST, "data: expected an object");
    }
    NoNul.check(data);
    return Json.convert(data, type);
  }

  /** The ticket that a frame must name. */
  static UUID ticket(@Nullable UUID id) {
    if (id == null) {
      throw ProblemException.of(ErrorCode.MALFORMED_REQUEST, "ticketId: must be there");
    }
    return id;
  }

  /** Answers a frame that has a ref, where no other frame is the answer. */
  static void acknowledge(LiveSession session, Frame frame) {
    if (frame.ref() != null) {
      session.send(Frame.of(Events.ACK, frame.ref(), Json.object()));
    }
  }
}
