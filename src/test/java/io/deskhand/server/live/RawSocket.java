package io.deskhand.server.live;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client of the live socket that reads only when told to, as one does that hangs. */
final class RawSocket implements AutoCloseable {
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private final Socket socket = new Socket();
  private final DataInputStream in;
  private Frame ready;

  private RawSocket(URI server) throws IOException {
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1_024));
  }

  /** Connects, authenticates, starts the stream, and reads no further than that. */
  static RawSocket subscribed(URI server, String token) throws IOException {
    RawSocket raw = new RawSocket(server);
    raw.shakeHands();
    raw.send(Frame.of(Events.AUTHENTICATE, "auth", Json.object().put("token", token)));
    raw.send(Frame.of(Events.SUBSCRIBE_TICKETS, "sub", Json.object()));
    do {
      raw.ready = raw.next();
    } while (!"sub".equals(raw.ready.ref()));
    return raw;
  }

  /** What its stream began with. */
  Frame ready() {
    return ready;
  }

  /** The next frame of text. */
  Frame next() throws IOException {
    Received received = read();
    if (received.opcode() != TEXT) {
      throw new EOFException("no text, but " + received);
    }
    return Json.readTrusted(received.text().getBytes(StandardCharsets.ISO_8859_1), Frame.class);
  }

  /** Reads what there is; returns the reason of the closing frame, or "" if there was none. */
  String readToTheEnd() throws IOException {
    Received received = read();
    while (received.opcode() != CLOSE && received.opcode() >= 0) {
      received = read();
    }
    return received.opcode() == CLOSE ? received.text().substring(2) : "";
  }

  private void shakeHands() throws IOException {
    String request =
        "GET "
            + Routes.LIVE
            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    while (!answer.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      answer.write(in.readByte());
    }
  }

  void send(Frame frame) throws IOException {
    byte[] text = Json.bytes(frame);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x81);
    out.write(0x80 | 126);
    out.write(text.length >> 8);
    out.write(text.length);
    out.writeBytes(new byte[4]);
    out.writeBytes(text);
    socket.getOutputStream().write(out.toByteArray());
  }

  /** A frame; the text of a closing one begins with its code. */
  private record Received(int opcode, String text) {}

  private Received read() throws IOException {
    int first = in.read();
    if (first < 0) {
      return new Received(-1, "");
    }
    long length = in.readUnsignedByte() & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] data = new byte[Math.toIntExact(length)];
    in.readFully(data);
    return new Received(first & 0x0F, new String(data, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
