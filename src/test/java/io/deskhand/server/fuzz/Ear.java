package io.deskhand.server.fuzz;

import io.deskhand.protocol.Authenticate;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.TextFrame;
import org.java_websocket.handshake.ServerHandshake;

/** A live socket that listens for what must not be said on it. */
final class Ear extends WebSocketClient {
  private static final long PATIENCE_SECONDS = 30;

  /** The codes of the protocol, and RFC 6455's for what is no frame or no text. */
  private static final List<Integer> FAIR_ENDS =
      List.of(1000, 1001, 1002, 1003, 1006, 1007, 1009, 4400, 4401, 4403, 4410, 4429);

  private final Person person;
  private final Findings findings;
  private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
  private volatile String lastSent = "nothing";

  private Ear(URI server, Person person, Findings findings) {
    super(URI.create("ws://" + server.getAuthority() + Routes.LIVE));
    this.person = person;
    this.findings = findings;
    setConnectionLostTimeout(0);
    setTcpNoDelay(true);
  }

  /** Connects, and signs in where {@code person} has a session. */
  static Ear open(URI server, Person person, Findings findings) throws InterruptedException {
    Ear ear = new Ear(server, person, findings);
    if (!ear.connectBlocking(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no connection to " + server);
    }
    if (person.token() != null) {
      ear.ask(Events.AUTHENTICATE, new Authenticate(person.token()));
      ear.ask(Events.SUBSCRIBE_TICKETS, Json.object());
    }
    return ear;
  }

  /** Sends a frame, and waits for its answer or the socket's end. */
  void ask(String event, Object data) throws InterruptedException {
    String ref = "ask-" + event;
    CountDownLatch answered = awaited.computeIfAbsent(ref, key -> new CountDownLatch(1));
    try {
      send(Json.text(Frame.of(event, ref, data)));
    } catch (WebsocketNotConnectedException e) {
      // The server has ended it; how is looked at where that is heard.
      return;
    }
    if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      findings.add("a frame has no answer", event, lastSent);
    }
    awaited.remove(ref);
  }

  /** Sends {@code bytes} as they are, as text or as what is none. */
  void fire(byte[] bytes, boolean binary) {
    lastSent = person.name() + " on the socket: " + new String(bytes, StandardCharsets.UTF_8);
    try {
      if (binary) {
        send(bytes);
      } else {
        TextFrame frame = new TextFrame();
        frame.setPayload(ByteBuffer.wrap(bytes));
        sendFrame(frame);
      }
    } catch (WebsocketNotConnectedException e) {
      // The server has ended it after a frame before; how is looked at there.
      lastSent += " (too late)";
    }
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    // Whoever connects waits for it.
  }

  @Override
  public void onMessage(String text) {
    Judge.wrongWithFrame(person, text).ifPresent(wrong -> findings.add(wrong, lastSent, text));
    if (text.contains("\"ref\":\"ask-")) {
      CountDownLatch latch = awaited.get(Json.read(text, Frame.class).ref());
      if (latch != null) {
        latch.countDown();
      }
    }
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    awaited.values().forEach(CountDownLatch::countDown);
    if (!FAIR_ENDS.contains(code)) {
      findings.add("a socket ended with " + code + " " + reason, lastSent, "");
    }
  }

  @Override
  public void onError(Exception e) {
    // A connection that fails is closed, which is looked at.
  }
}
