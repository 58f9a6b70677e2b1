package io.deskhand.server.live;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LiveError;
import io.deskhand.protocol.Routes;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/** A client of the live socket that keeps what it hears. */
public final class LiveClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<Frame> heard = new ArrayList<>();
  private @Nullable Closed closed;
  private final Connection connection;

  /** How a socket ended. */
  public record Closed(int code, String reason) {}

  private LiveClient(URI server) {
    URI socket = URI.create("ws://" + server.getHost() + ":" + server.getPort() + Routes.LIVE);
    connection = new Connection(socket);
  }

  public static LiveClient connect(URI server) throws InterruptedException {
    LiveClient client = new LiveClient(server);
    if (!client.connection.connectBlocking(10, TimeUnit.SECONDS)) {
      throw new AssertionError("no connection to " + server);
    }
    return client;
  }

  /** Connects and authenticates. */
  public static LiveClient signedIn(URI server, String token) throws InterruptedException {
    LiveClient client = connect(server);
    client.send(Events.AUTHENTICATE, "auth", Json.object().put("token", token));
    client.answer("auth");
    return client;
  }

  /** Connects, authenticates, and starts the stream at the head. */
  public static LiveClient subscribed(URI server, String token) throws InterruptedException {
    LiveClient client = signedIn(server, token);
    client.send(Events.SUBSCRIBE_TICKETS, "sub", Json.object());
    client.answer("sub");
    return client;
  }

  public void send(String event, @Nullable String ref, Object data) {
    sendText(Json.text(Frame.of(event, ref, data)));
  }

  public void sendText(String text) {
    connection.send(text);
  }

  /** Sends {@code frames} one after the other, or as many as the server takes before it cuts. */
  void flood(String event, int frames, IntFunction<Object> data) {
    try {
      for (int n = 0; n < frames; n++) {
        send(event, null, data.apply(n));
      }
    } catch (WebsocketNotConnectedException cut) {
      // The server need not wait for the last of them.
      awaitClosed();
    }
  }

  public void sendBinary(byte[] bytes) {
    connection.send(bytes);
  }

  /** Everything heard so far. */
  public List<Frame> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  /** The frames of one kind heard so far. */
  public List<Frame> heard(String event) {
    return heard().stream().filter(frame -> frame.event().equals(event)).toList();
  }

  /** Waits for the first frame that fits. */
  public Frame await(Predicate<Frame> fits) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> heard().stream().filter(fits).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** Waits for the answer to {@code ref}. */
  public Frame answer(String ref) {
    return await(frame -> ref.equals(frame.ref()));
  }

  /** Waits for the refusal of {@code ref}. */
  public LiveError refusal(@Nullable String ref) {
    Frame frame =
        await(f -> f.event().equals(Events.ERROR) && (ref == null || ref.equals(f.ref())));
    return Json.convert(Objects.requireNonNull(frame.data()), LiveError.class);
  }

  /** Waits until the socket is closed. */
  public Closed awaitClosed() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> Optional.ofNullable(closedNow()), Optional::isPresent)
        .orElseThrow();
  }

  synchronized @Nullable Closed closedNow() {
    return closed;
  }

  private synchronized void noteClosed(Closed how) {
    closed = how;
  }

  @Override
  public void close() {
    connection.close();
  }

  private final class Connection extends WebSocketClient {
    Connection(URI socket) {
      super(socket);
      setConnectionLostTimeout(0);
      setTcpNoDelay(true);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      // Nothing to do: whoever connects waits for it.
    }

    @Override
    public void onMessage(String text) {
      synchronized (heard) {
        heard.add(Json.read(text, Frame.class));
      }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      noteClosed(new Closed(code, reason));
    }

    @Override
    public void onError(Exception e) {
      // A connection that fails is closed, which the tests look at.
    }
  }
}
