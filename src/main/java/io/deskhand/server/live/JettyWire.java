package io.deskhand.server.live;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingFrames;

/**
 * A socket of the server's own WebSocket implementation, whose writes do not wait. It writes bytes
 * that are there already, which only the implementation's inner face takes as text.
 */
final class JettyWire implements Wire {
  private final Session session;
  private final OutgoingFrames out;
  private final ScheduledExecutorService scheduler;
  private final Duration closing;

  /**
   * @param closing how long a closing handshake may take; a client that does not read never ends it
   */
  JettyWire(WebSocketSession session, ScheduledExecutorService scheduler, Duration closing) {
    this.session = session;
    this.out = session.getCoreSession();
    this.scheduler = scheduler;
    this.closing = closing;
  }

  @Override
  public void send(List<byte[]> frames, Runnable done) {
    int last = frames.size() - 1;
    for (byte[] frame : frames.subList(0, last)) {
      out.sendFrame(text(frame), org.eclipse.jetty.util.Callback.NOOP, true);
    }
    var callback = org.eclipse.jetty.util.Callback.from(done, failure -> session.disconnect());
    out.sendFrame(text(frames.get(last)), callback, false);
  }

  private static Frame text(byte[] frame) {
    return new Frame(OpCode.TEXT, ByteBuffer.wrap(frame));
  }

  @Override
  public void close(int code, String reason) {
    var cut = scheduler.schedule(session::disconnect, closing.toMillis(), TimeUnit.MILLISECONDS);
    session.close(
        code, reason, Callback.from(() -> cut.cancel(false), failure -> session.disconnect()));
  }
}
