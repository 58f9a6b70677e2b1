package io.deskhand.server.live;

import io.deskhand.model.InvalidTransition;
import io.deskhand.protocol.Authenticate;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what clients send. Nothing that they send goes further than an error to themselves. */
final class ClientFrames {
  private static final Logger LOG = LoggerFactory.getLogger(ClientFrames.class);
  private static final int LONGEST_REF = 100;

  private final Admission admission;
  private final Map<String, FrameHandler> handlers;

  /**
   * @param handlers by event, for those who have authenticated
   */
  ClientFrames(Admission admission, Map<String, FrameHandler> handlers) {
    this.admission = admission;
    this.handlers = Map.copyOf(handlers);
  }

  /** Handles one text frame; returns when it is done, so that a client's frames stay in order. */
  void receive(LiveSession session, String text) {
    if (!session.mayGoOn()) {
      session.refuse(null, ErrorCode.RATE_LIMITED, "Too many frames: wait a little");
      return;
    }
    try {
      dispatch(session, read(text));
    } catch (BadJson e) {
      refuse(session, null, ErrorCode.MALFORMED_REQUEST, describe(e));
    }
  }

  private static Frame read(String text) {
    Frame frame = Json.read(text, Frame.class);
    if (frame.ref() != null && frame.ref().length() > LONGEST_REF) {
      return new Frame(frame.event(), null, null);
    }
    return frame;
  }

  private void dispatch(LiveSession session, Frame frame) {
    try {
      Identity who = session.identity();
      if (Events.AUTHENTICATE.equals(frame.event())) {
        authenticate(session, frame);
      } else if (who == null) {
        throw ProblemException.of(
            ErrorCode.UNAUTHENTICATED, "The first frame must be authenticate");
      } else {
        handler(frame).handle(session, who, frame);
      }
    } catch (ProblemException e) {
      String detail = e.problem().detail();
      refuse(session, frame.ref(), e.problem().code(), detail == null ? "" : detail);
    } catch (BadJson e) {
      refuse(session, frame.ref(), ErrorCode.MALFORMED_REQUEST, describe(e));
    } catch (InvalidTransition e) {
      refuse(session, frame.ref(), ErrorCode.INVALID_TRANSITION, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("a {} frame failed", frame.event(), e);
      refuse(session, frame.ref(), ErrorCode.INTERNAL, "Something went wrong here; try again");
    }
  }

  private void authenticate(LiveSession session, Frame frame) {
    String token = FrameHandler.data(frame, Authenticate.class).token();
    if (token == null) {
      throw ProblemException.of(ErrorCode.MALFORMED_REQUEST, "token: must be there");
    }
    admission.authenticate(session, token, frame.ref());
  }

  private FrameHandler handler(Frame frame) {
    FrameHandler handler = frame.event() == null ? null : handlers.get(frame.event());
    if (handler == null) {
      throw ProblemException.of(ErrorCode.MALFORMED_REQUEST, "event: not one that clients send");
    }
    return handler;
  }

  /** Whoever has not even authenticated gets no second chance. */
  private static void refuse(
      LiveSession session, @Nullable String ref, ErrorCode code, String message) {
    session.refuse(ref, code, message);
    if (session.identity() == null) {
      session.close(code);
    }
  }

  private static String describe(BadJson e) {
    return e.field() == null ? String.valueOf(e.getMessage()) : e.field() + ": " + e.getMessage();
  }
}
