package io.deskhand.sync.live;

import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.Routes;
import io.deskhand.sync.CertificateCheck;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.flow.Traffic;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A live connection by Java-WebSocket. */
public final class WebSocketLine implements LiveSocket {
  private static final Logger LOG = LoggerFactory.getLogger(WebSocketLine.class);
  private static final int WAITING_FRAMES = 500;
  private final Client client;

  private WebSocketLine(Client client) {
    this.client = client;
  }

  /**
   * Begins to connect, and returns at once.
   *
   * @param server the address of the server, http or https
   * @param trust whose word is taken for the server's certificate
   * @param connectTimeout how long the network may take to connect
   * @param lostAfter how long the peer may leave a ping without an answer
   * @param traffic counts the frames' bytes
   */
  public static WebSocketLine open(
      URI server,
      ServerTrust trust,
      Duration connectTimeout,
      Duration lostAfter,
      Traffic traffic,
      Listener listener) {
    Client client = new Client(address(server), (int) connectTimeout.toMillis(), traffic, listener);
    client.setConnectionLostTimeout((int) Math.max(1, lostAfter.toSeconds()));
    client.setTcpNoDelay(true);
    if ("https".equalsIgnoreCase(server.getScheme())) {
      client.setSocketFactory(new CertificateCheck(trust).context().getSocketFactory());
    }
    client.connect();
    return new WebSocketLine(client);
  }

  @Override
  public boolean send(Frame frame) {
    String text = Json.text(frame);
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.CLIENT_FRAME_BYTES) {
      throw new IllegalArgumentException("frame too large: " + frame.event());
    }
    if (((WebSocketImpl) client.getConnection()).outQueue.size() > WAITING_FRAMES) {
      drop("the server does not read");
      return false;
    }
    try {
      client.send(text);
      client.traffic.sent(bytes);
      return true;
    } catch (WebsocketNotConnectedException gone) {
      LOG.debug("not sent, the connection is gone: {}", frame.event());
      return false;
    }
  }

  @Override
  public void close() {
    drop("closed here");
  }

  private void drop(String reason) {
    client.close(CloseFrame.NORMAL, reason);
    client.end(CloseFrame.NORMAL, reason);
  }

  private static URI address(URI server) {
    String base = server.toString().replaceFirst("^http", "ws");
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + Routes.LIVE);
  }

  private static final class Client extends WebSocketClient {
    private final Traffic traffic;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();

    Client(URI address, int connectTimeout, Traffic traffic, Listener listener) {
      // No extensions: compression of small frames costs more memory than it saves traffic.
      super(
          address,
          new Draft_6455(List.of(), List.of(new Protocol("")), Limits.SERVER_FRAME_BYTES),
          null,
          connectTimeout);
      this.traffic = traffic;
      this.listener = listener;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      listener.opened();
    }

    @Override
    public void onMessage(String text) {
      traffic.received(text.getBytes(StandardCharsets.UTF_8).length);
      try {
        listener.frame(Json.read(text, Frame.class));
      } catch (BadJson e) {
        LOG.warn("the server sent a frame that is none", e);
        close(CloseFrame.PROTOCOL_ERROR, "not a frame");
      }
    }

    @Override
    public void onMessage(ByteBuffer bytes) {
      close(CloseFrame.REFUSE, "no binary frames here");
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      end(code, reason);
    }

    @Override
    public void onError(Exception failure) {
      LOG.debug("trouble on the live connection", failure);
      if (getConnection().isClosed() || !getConnection().isOpen()) {
        end(CloseFrame.NEVER_CONNECTED, String.valueOf(failure.getMessage()));
      }
    }

    void end(int code, String reason) {
      if (ended.compareAndSet(false, true)) {
        listener.closed(code, reason);
      }
      cut();
    }

    /** The write thread may hang in a write to a peer that is gone: only this wakes it. */
    private void cut() {
      Socket socket = getSocket();
      if (socket != null) {
        try {
          socket.close();
        } catch (IOException e) {
          LOG.debug("the socket was gone already", e);
        }
      }
    }
  }
}
