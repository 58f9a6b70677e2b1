package io.deskhand.server.live;

import io.deskhand.protocol.Authenticate;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.web.Problems;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    Frame frame;
    try {
      frame = read(text);
    } catch (BadJson e) {
      refuse(session, null, ErrorCode.MALFORMED_REQUEST, describe(e));
      return;
    }
    try {
      dispatch(session, frame);
    } catch (RuntimeException e) {
      refuse(session, frame, e);
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
    Identity who = session.identity();
    if (Events.AUTHENTICATE.equals(frame.event())) {
      authenticate(session, frame);
    } else if (who == null) {
      throw ProblemException.of(ErrorCode.UNAUTHENTICATED, "The first frame must be authenticate");
    } else {
      handler(frame).handle(session, who, frame);
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

  private static void refuse(LiveSession session, Frame frame, RuntimeException failure) {
    if (failure instanceof BadJson e) {
      refuse(session, frame.ref(), ErrorCode.MALFORMED_REQUEST, describe(e));
      return;
    }
    Optional<Problem> problem = Problems.of(failure);
    if (problem.isEmpty()) {
      LOG.error("a {} frame failed", frame.event(), failure);
    }
    Problem told =
        problem.orElseGet(
            () -> Problem.of(ErrorCode.INTERNAL, "Something went wrong on the server"));
    refuse(session, frame.ref(), told.code(), Objects.requireNonNullElse(told.detail(), ""));
  }

  /** Whoever has not even authenticated gets no second chance. */
  private static void refuse(
      LiveSession session, @Nullable String ref, ErrorCode code, String message) {
    session.refuse(ref, code, message);
    if (session.identity() == null) {
      // Of what a frame may have wrong in it a close has one word.
      session.close(code == ErrorCode.VALIDATION_FAILED ? ErrorCode.MALFORMED_REQUEST : code);
    }
  }

  private static String describe(BadJson e) {
    return e.field() == null ? String.valueOf(e.getMessage()) : e.field() + ": " + e.getMessage();
  }
}
