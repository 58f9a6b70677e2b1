package io.deskhand.server.live;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** A socket of the server's own WebSocket implementation, whose writes do not wait. */
final class JettyWire implements Wire {
  private final Session session;
  private final ScheduledExecutorService scheduler;
  private final Duration closing;

  /**
   * @param closing how long a closing handshake may take; a client that does not read never ends it
   */
  JettyWire(Session session, ScheduledExecutorService scheduler, Duration closing) {
    this.session = session;
    this.scheduler = scheduler;
    this.closing = closing;
  }

  @Override
  public void send(String frame, Runnable done) {
    session.sendText(frame, Callback.from(done, failure -> session.disconnect()));
  }

  @Override
  public void close(int code, String reason) {
    var cut = scheduler.schedule(session::disconnect, closing.toMillis(), TimeUnit.MILLISECONDS);
    session.close(
        code, reason, Callback.from(() -> cut.cancel(false), failure -> session.disconnect()));
  }
}
